import express, { type Express } from 'express'
import { handleEndpoints, type Payload } from 'payload'

import { webAdapter } from './webAdapter'

export type AppParts = {
  payload: Payload
  /** The key under which `getPayload` keeps the instance; absent = the only one of the process. */
  cacheKey?: string
}

/** The HTTP side of the host app: Payload's REST and the plugin's routes, without Next. */
export const createApp = ({ cacheKey, payload }: AppParts): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.all(
    '/api/{*path}',
    webAdapter((request) =>
      handleEndpoints({ config: payload.config, payloadInstanceCacheKey: cacheKey, request }),
    ),
  )
  return app
}
