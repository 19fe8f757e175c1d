import type { Endpoint, PayloadRequest } from 'payload'

import { openApiDocument } from '../src/http/openApiDocument'

/** The OpenAPI document of the routes, from the schemas that validate them. */
export const openApi = (routes: Endpoint[]): Endpoint => {
  // Anybody may ask, and it never changes: made once, at the first request.
  let document: ReturnType<typeof openApiDocument> | undefined
  const handler = ({ payload: { config } }: PayloadRequest): Response => {
    document ??= openApiDocument(routes, {
      // Of the document's own origin, which a page there may ask without leave of other origins.
      server: config.routes.api,
      cookie: `${config.cookiePrefix}-token`,
    })
    return Response.json(document)
  }
  return { method: 'get', path: '/v1/openapi.json', handler }
}
