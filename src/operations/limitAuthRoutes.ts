import type { Endpoint, Payload } from 'payload'

import { slugsOf } from '../channel'
import type { RateLimitName } from '../domain/rateLimits'
import { addressOf, limitRate } from './limitRate'

/** Payload's routes of which no operation has a hook before it works. */
const limits: Record<string, RateLimitName> = {
  '/first-register': 'public',
  '/verify/:id': 'recovery',
}

/** Limits what of Payload's own routes only the route itself can limit. */
export const limitAuthRoutes = ({ collections, config }: Payload): void => {
  const users = collections[slugsOf({ config }).users].config
  users.endpoints = users.endpoints && users.endpoints.map(limited)
}

const limited = <T extends Omit<Endpoint, 'root'>>(endpoint: T): T => {
  const limit = endpoint.method === 'post' ? limits[endpoint.path] : undefined
  if (!limit) return endpoint
  return {
    ...endpoint,
    handler: async (req) => {
      const of = addressOf(req)
      if (of !== undefined) await limitRate(req, [{ limit, of }])
      return endpoint.handler(req)
    },
  }
}
