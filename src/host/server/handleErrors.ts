import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'

import { ChannelError } from '../../domain/errors'
import { toErrorEntries } from '../../api/toErrorEntries'
import { errorBody } from './withErrorEntries'

/** @throws MALFORMED_REQUEST for a path that can't be decoded, which would fail anywhere later */
export const refuseMalformedPath: RequestHandler = (request, _response, next) => {
  if (request.path.includes('%') && !canDecode(request.path))
    return next(new ChannelError('MALFORMED_REQUEST'))
  next()
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Methods that no route has, and that a web request can't even be made of: TRACE, PROPFIND, … */
export const refuseOddMethod: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) return next()
  response.set('Allow', methods.join(', ')).status(405).json(errorBody('METHOD_NOT_ALLOWED'))
}

export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json(errorBody('NOT_FOUND'))
}

/** Any error as `{ errors: [{ code, message }] }`; what nobody expected is logged with its cause. */
export const handleErrors =
  (logger: Pick<Logger, 'error'>): ErrorRequestHandler =>
  (error, request, response, next) => {
    const { entries, status } = toErrorEntries(error)
    // The client left, asking or being answered: nobody to answer, and no fault of ours.
    if (response.closed || (request.destroyed && !request.complete)) return response.destroy()
    if (status >= 500)
      logger.error({ err: error, requestId: request.headers['x-request-id'], msg: 'failed' })
    if (response.headersSent) return next(error)
    if (status === 503) response.setHeader('Retry-After', '5')
    response.status(status).json({ errors: entries })
  }

const canDecode = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
