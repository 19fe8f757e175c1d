import type { Endpoint } from 'payload'

import { openApiDocument } from '../src/http/openApiDocument'

/** The OpenAPI document of the routes, from the schemas that validate them. */
export const openApi = (routes: Endpoint[]): Endpoint => ({
  method: 'get',
  path: '/v1/openapi.json',
  handler: ({ payload }) =>
    Response.json(
      openApiDocument(routes, `${payload.config.serverURL}${payload.config.routes.api}`),
    ),
})
