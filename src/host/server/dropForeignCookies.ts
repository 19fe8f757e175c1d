import type { RequestHandler } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page of another site can make a browser send our cookies along with a form: such a request is
 * taken as one without a session. A browser tells by its Origin, or by
 * `Sec-Fetch-Site` where it leaves that out; other clients send neither and are let through.
 */
export const dropForeignCookies =
  (publicOrigin: string | undefined): RequestHandler =>
  (request, _response, next) => {
    const { cookie, origin } = request.headers
    if (request.headers['sec-fetch-site'] === 'cross-site' && !SAFE.has(request.method))
      delete request.headers.cookie
    else if (cookie && origin && !SAFE.has(request.method)) {
      const own = `${request.protocol}://${request.host}`
      const sameHost = URL.canParse(origin) && new URL(origin).host === new URL(own).host
      if (!sameHost && origin !== publicOrigin) delete request.headers.cookie
    }
    next()
  }
