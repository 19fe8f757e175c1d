import type { Endpoint, PayloadRequest } from 'payload'

import { openApiDocument } from '../src/http/openApiDocument'

/** The OpenAPI document of the routes, from the schemas that validate them. */
export const openApi = (routes: Endpoint[]): Endpoint => {
  // Anybody may ask, and it never changes: made once, at the first request.
  let document: ReturnType<typeof openApiDocument> | undefined
  const handler = ({ payload: { config } }: PayloadRequest): Response => {
    document ??= openApiDocument(routes, `${config.serverURL}${config.routes.api}`)
    return Response.json(document)
  }
  return { method: 'get', path: '/v1/openapi.json', handler }
}
