import type { RequestHandler } from 'express'

/**
 * Puts the client's address where the API, the pages and their server functions look for it: whatever
 * a client claims there, Express knows which proxies to trust.
 */
export const tellAddress: RequestHandler = (request, _response, next) => {
  const { headers, ip } = request
  delete headers['x-forwarded-for']
  if (ip) headers['x-forwarded-for'] = ip
  next()
}
