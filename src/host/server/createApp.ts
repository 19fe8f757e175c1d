import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'

import type { HttpSettings } from '../environment'
import { apiHandler } from './apiHandler'
import { bearerOnly } from './bearerOnly'
import { watchDatabase } from './databaseWatch'
import { dropForeignCookies } from './dropForeignCookies'
import { handleErrors, notFound, refuseMalformedPath, refuseOddMethod } from './handleErrors'
import type { Metrics } from './metrics'
import { observeRequests } from './observeRequests'
import { outageGuard } from './outageGuard'
import { tellAddress } from './tellAddress'
import { createReadiness, readyz, type Readiness } from './readiness'
import { securityHeaders } from './securityHeaders'
import { webAdapter } from './webAdapter'

export type AppParts = {
  payload: Payload
  /** The key under which `getPayload` keeps the instance; absent = the only one of the process. */
  cacheKey?: string
  /** Absent: the defaults. */
  settings?: HttpSettings
  /** For one line a request; absent = none. */
  logger?: Logger
  /** For `/metrics`; absent = none. */
  metrics?: Metrics
  readiness?: Readiness
  /** Next, for the admin panel and the other pages; absent = an API only. */
  pages?: RequestHandler
}

const defaults = {
  metricsToken: undefined,
  publicOrigin: undefined,
  trustProxy: false,
  bodyLimitBytes: 1_048_576,
  uploadLimitBytes: 26_214_400,
}

/** Smaller answers gain nothing from compression, which costs more than sending them. */
const compressLarge = compression({ threshold: 4_096 })

/** The HTTP side of the host app. */
export const createApp = ({
  cacheKey,
  logger,
  metrics,
  pages,
  payload,
  ...rest
}: AppParts): Express => {
  const { readiness = createReadiness(), settings = defaults } = rest
  const database = watchDatabase(payload)
  const api = outageGuard(payload, database, apiHandler({ cacheKey, payload }))
  const app = express()
  app.disable('x-powered-by').disable('etag').set('trust proxy', settings.trustProxy)
  app.use(tellAddress, observeRequests({ logger, metrics }), securityHeaders(settings.publicOrigin))
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', readyz(database, readiness))
  if (metrics) app.get('/metrics', bearerOnly(settings.metricsToken), metrics.handler)
  app.use(refuseOddMethod, refuseMalformedPath, dropForeignCookies(settings.publicOrigin))
  app.use('/api', onlyGet(compressLarge), webAdapter(api, settings))
  if (pages) app.use(compressLarge, pages)
  app.use(notFound, handleErrors(logger ?? payload.logger))
  return app
}

/** The answers to writes are small, and the hot path. */
const onlyGet =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.method === 'GET' ? handler(request, response, next) : next()
