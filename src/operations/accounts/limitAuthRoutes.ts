import type { Endpoint, Payload, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { RateLimitName } from '../../domain/access/rateLimits'
import { addressOf, limitRate } from '../access/limitRate'

/** Payload's routes of which no operation has a hook before it works. */
const limits = {
  '/first-register': 'public',
  '/verify/:id': 'recovery',
} satisfies Record<string, RateLimitName>

/** Limits what of Payload's own routes only the route itself can limit. */
export const limitAuthRoutes = ({ collections, config }: Payload): void => {
  const users = collections[slugsOf({ config }).users].config
  users.endpoints = users.endpoints && users.endpoints.map(limited)
}

const limited = <T extends Omit<Endpoint, 'root'>>(endpoint: T): T => {
  const { [endpoint.path]: limit }: Record<string, RateLimitName | undefined> =
    endpoint.method === 'post' ? limits : {}
  if (!limit) return endpoint
  return {
    ...endpoint,
    handler: async (req) => {
      await limitAddress(req, limit)
      return endpoint.handler(req)
    },
  }
}

const limitAddress = async (req: PayloadRequest, limit: RateLimitName): Promise<void> => {
  const of = addressOf(req)
  if (of !== undefined) await limitRate(req, [{ limit, of }])
}

/** Tries of a link that verifies an address, through whatever interface. @throws TOO_MANY_REQUESTS */
export const limitVerifying = (req: PayloadRequest): Promise<void> =>
  limitAddress(req, limits['/verify/:id'])
