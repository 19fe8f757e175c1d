import type { Payload } from 'payload'

type Cache = { _payload?: Map<string, unknown>; _payload_graphql?: object }

/**
 * Payload's own route, as a host's Next has it. It knows one app of one process: which it is, is set
 * before each request.
 */
export const askGraphql = async (
  { config }: Payload,
  key: string,
  request: Request,
): Promise<Response> => {
  // Loaded in need only: it brings Next along.
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const { _payload: instances, _payload_graphql: schema } = globalThis as Cache
  instances?.set('default', instances.get(key))
  if (schema) Object.assign(schema, { graphql: null, promise: null })
  return GRAPHQL_POST(config)(request)
}
