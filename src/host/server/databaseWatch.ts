import type { Payload } from 'payload'

import { stallTimeout } from './stallTimeout'

const PATIENCE_MS = 2_000

/** What this process knows of its database. */
export type DatabaseWatch = {
  /** Asks with a small query whether the database answers in time. */
  answers: () => Promise<boolean>
  /** Whether it did not when it was last asked. */
  isAway: () => boolean
}

/**
 * One query at a time however many ask, so that they don't pile up on a database that hangs; one
 * that is late is given up, so that a connection that died doesn't decide for the next one.
 */
export const watchDatabase = (payload: Payload): DatabaseWatch => {
  let running: Promise<boolean> | undefined
  let away = false
  const ask = async (): Promise<boolean> => {
    const { end, over } = stallTimeout(PATIENCE_MS)
    const there = (await Promise.race([query(payload), over])) ?? false
    end()
    away = !there
    return there
  }
  const answers = () => (running ??= ask().finally(() => (running = undefined)))
  return { answers, isAway: () => away }
}

/** The table of migrations is there on every engine, and small. */
const query = (payload: Payload): Promise<boolean> =>
  payload.db
    .find({ collection: 'payload-migrations', limit: 1, pagination: false })
    .then(() => true)
    .catch((error: unknown) => {
      payload.logger.warn({ err: error, msg: 'The database does not answer.' })
      return false
    })
