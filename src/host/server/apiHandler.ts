import { handleEndpoints } from 'payload'

import type { FetchHandler } from './webAdapter'
import { graphqlHandler } from './graphqlHandler'
import { routeOf } from './routeOf'
import { pageSecurityPolicy } from './securityHeaders'
import { withErrorEntries } from './withErrorEntries'
import type { ApiParts } from './graphqlHandler'

/** Everything below the API route: Payload's REST, the plugin's endpoints and GraphQL. */
export const apiHandler = ({ cacheKey, payload }: ApiParts): FetchHandler => {
  const { config } = payload
  const graphqlPath = `${config.routes.api}${config.routes.graphQL}`
  const graphql = graphqlHandler({ cacheKey, payload })
  return async (request, locals) => {
    const isGraphql = new URL(request.url).pathname === graphqlPath && !config.graphQL.disable
    const response =
      isGraphql && request.method === 'POST'
        ? await graphql(request)
        : await handleEndpoints({ config, payloadInstanceCacheKey: cacheKey, request })
    locals.route = isGraphql ? graphqlPath : routeOf(request, response.status)
    return finish(response)
  }
}

const finish = async (response: Response): Promise<Response> => {
  const { headers } = response
  // A page of documentation is a page: the API's policy would leave it without style and script.
  if (headers.get('content-type')?.startsWith('text/html') && !headers.has(policy))
    headers.set(policy, pageSecurityPolicy)
  if (response.status < 400) return response
  if (response.status === 503 && !headers.has('retry-after')) headers.set('retry-after', '5')
  return withErrorEntries(response)
}

const policy = 'content-security-policy'
