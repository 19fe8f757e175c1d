import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { retryOnConflict } from './retryOnConflict'

/**
 * Runs the work in the request's transaction, or in one of its own: all of it happens or nothing.
 * Work in a transaction of its own that collides with another one is run again: it must keep nothing
 * outside of the database.
 */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  let owns = false
  const attempt = async () => {
    owns = await initTransaction(req)
    try {
      const result = await work()
      if (owns) await commitTransaction(req)
      return result
    } catch (error) {
      if (owns) await killTransaction(req)
      throw error
    }
  }
  return retryOnConflict(attempt, () => owns)
}
