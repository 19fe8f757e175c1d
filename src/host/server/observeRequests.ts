import { randomUUID } from 'node:crypto'

import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'

import type { Metrics } from './metrics'
import { redactUrl } from './redactUrl'

const HEADER = 'x-request-id'
/** What may be taken over from a client or a proxy, and stand in a log. */
const acceptable = /^[\w.:=+/-]{1,128}$/

/** Gives each request an ID, and leaves one log line and one measurement of each. */
export const observeRequests = ({
  logger,
  metrics,
}: {
  logger?: Logger
  metrics?: Metrics
}): RequestHandler => {
  // The lines hold listed fields only: looking through each for secrets by name would cost more than writing it.
  const lines = logger?.child({}, { redact: [] })
  return (request, response, next) => {
    const started = performance.now()
    const given = request.headers[HEADER]
    const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
    request.headers[HEADER] = id
    response.setHeader('X-Request-Id', id)
    // Express shortens `path` while a mounted handler runs.
    const { path } = request
    response.once('close', () => {
      const ms = performance.now() - started
      const route = routeFor(path, response)
      metrics?.observe({ method: request.method, route, status: response.statusCode }, ms / 1000)
      if (lines) log(lines, { id, ms, request, response, route })
    })
    next()
  }
}

type Line = { id: string; ms: number; request: Request; response: Response; route: string }

/** Fields by name, never whole requests: what isn't listed can't leak. */
const log = (logger: Logger, { id, ms, request, response, route }: Line): void => {
  const { statusCode: status, writableFinished } = response
  logger[levelOf(status, route)]({
    requestId: id,
    method: request.method,
    url: redactUrl(request.originalUrl),
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    ip: request.ip,
    ...(!writableFinished && { aborted: true }),
    msg: 'request',
  })
}

/** Probes and the panel's own files come by the thousand and tell nothing. */
const quiet = new Set(['/healthz', '/readyz', '/metrics', '/_next/*'])

const levelOf = (status: number, route: string): 'debug' | 'error' | 'info' => {
  if (status >= 500) return 'error'
  return quiet.has(route) ? 'debug' : 'info'
}

const pages = ['/_next', '/admin', '/share']

const routeFor = (path: string, { locals }: Response): string => {
  if (typeof locals.route === 'string') return locals.route
  if (quiet.has(path)) return path
  if (path.startsWith('/api/')) return '/api/*'
  const page = pages.find((prefix) => path === prefix || path.startsWith(`${prefix}/`))
  return page ? `${page}/*` : '/*'
}
