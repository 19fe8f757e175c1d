import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

const PATIENCE_MS = 2_000

/** Whether to send requests here: not yet, no longer, or as the database is. */
export type Readiness = { state: 'ready' | 'starting' | 'stopping' }

export const createReadiness = (state: Readiness['state'] = 'ready'): Readiness => ({ state })

/** 200 when started and the database answers a small query in time; else 503. */
export const readyz = (payload: Payload, readiness: Readiness): RequestHandler => {
  const isThere = sharedProbe(payload)
  return async (_request, response) => {
    const status =
      readiness.state === 'ready' && !(await isThere()) ? 'unavailable' : readiness.state
    if (status !== 'ready') response.status(503).setHeader('Retry-After', '5')
    response.json({ status })
  }
}

/**
 * One query at a time however many ask, so that probes don't pile up on a database that hangs; one
 * that is late is given up, so that a connection that died doesn't decide for the next one.
 */
const sharedProbe = (payload: Payload): (() => Promise<boolean>) => {
  let running: Promise<boolean> | undefined
  return async () => {
    const probe = (running ??= query(payload))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS)
    })
    return Promise.race([probe, late]).finally(() => {
      clearTimeout(timer)
      if (running === probe) running = undefined
    })
  }
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
