import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { isConflict } from './isConflict'

const ATTEMPTS = 6
const FIRST_PAUSE_MS = 20

/**
 * Runs the work in the request's transaction, or in one of its own: all of it happens or nothing.
 * Work in a transaction of its own that collides with another one is run again: it must keep nothing
 * outside of the database.
 */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const owns = await initTransaction(req)
    try {
      const result = await work()
      if (owns) await commitTransaction(req)
      return result
    } catch (error) {
      if (!owns) throw error
      await killTransaction(req)
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
      await pause(attempt)
    }
  }
}

/** Twice as long each time, and not the same for two that have just collided. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random() / 2)),
  )
