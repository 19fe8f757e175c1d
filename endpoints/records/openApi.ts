import type { Endpoint, PayloadRequest } from 'payload'

import { openApiDocument } from '../../src/api/docs/openApiDocument'

export type DocumentOf = (req: PayloadRequest) => ReturnType<typeof openApiDocument>

/** The OpenAPI document of the routes, from the schemas that validate them. */
export const documentFor = (routes: Endpoint[]): DocumentOf => {
  // Anybody may ask, and it never changes: made once, at the first request.
  let document: ReturnType<typeof openApiDocument> | undefined
  return ({ payload: { config } }) =>
    (document ??= openApiDocument(routes, {
      // Of the document's own origin, which a page there may ask without leave of other origins.
      server: config.routes.api,
      cookie: `${config.cookiePrefix}-token`,
    }))
}

/** The document as an answer. */
export const openApi = (documentOf: DocumentOf): Endpoint => ({
  method: 'get',
  path: '/v1/openapi.json',
  handler: (req: PayloadRequest): Response => Response.json(documentOf(req)),
})
