import type { RequestHandler } from 'express'

import type { DatabaseWatch } from './databaseWatch'

/** Whether to send requests here: not yet, no longer, or as the database is. */
export type Readiness = { state: 'ready' | 'starting' | 'stopping' }

export const createReadiness = (state: Readiness['state'] = 'ready'): Readiness => ({ state })

/** 200 when started and the database answers a small query in time; else 503. */
export const readyz =
  (database: DatabaseWatch, readiness: Readiness): RequestHandler =>
  async (_request, response) => {
    const status =
      readiness.state === 'ready' && !(await database.answers()) ? 'unavailable' : readiness.state
    if (status !== 'ready') response.status(503).setHeader('Retry-After', '5')
    response.json({ status })
  }
