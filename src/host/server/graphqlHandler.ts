import { GraphQLError, type DocumentNode, type ExecutionResult } from 'graphql'
import { createPayloadRequest, type PayloadRequest } from 'payload'

import { ChannelError } from '../../domain/errors'
import { channelOf } from '../../channel'
import { errorResponse } from '../../api/errorResponse'
import { isApproved } from '../../api/graphql/guardDocument'
import { readBody } from '../../api/readBody'
import { graphqlError } from '../../api/graphql/graphqlError'
import { toErrorEntries } from '../../api/toErrorEntries'

import { type Payload } from 'payload'

type Query = { query?: unknown; operationName?: unknown; variables?: unknown }

/** GraphQL over POST, on Payload's schema; loaded with the first request, which many nodes never get. */
export const graphqlHandler = ({ cacheKey, payload }: ApiParts) => {
  let loading: ReturnType<typeof load> | undefined
  return async (request: Request): Promise<Response> => {
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config: payload.config,
      payloadInstanceCacheKey: cacheKey,
      request,
    })
    try {
      const run = await (loading ??= load(payload))
      const body = await readBody(req, Number.MAX_SAFE_INTEGER)
      const headers: Record<string, string> = {}
      const result = await run(isRecord(body) ? body : {}, { req, headers })
      const coded = withCodes(req, result)
      // Of a server that is away, or of too many requests, clients hear by the status, as everywhere.
      const told = result.errors?.map(({ originalError }) => originalError).find(isForStatus)
      if (told) throw told
      const status = result.data === undefined ? 400 : 200
      return Response.json(coded, { status, headers })
    } catch (error) {
      return errorResponse(req, error)
    }
  }
}

const isForStatus = (error: Error | null | undefined): boolean =>
  Boolean(error) && [429, 503].includes(toErrorEntries(error).status)

const load = async (payload: ApiParts['payload']) => {
  const { configToSchema } = await import('@payloadcms/graphql')
  const { execute, parse, specifiedRules, validate } = await import('graphql')
  const { schema, validationRules } = configToSchema(payload.config)
  const { maxTokens } = channelOf(payload).options.graphql
  return async (
    { operationName: name, query, variables }: Query,
    contextValue: unknown,
  ): Promise<ExecutionResult> => {
    if (typeof query !== 'string') throw new ChannelError('INVALID_INPUT', { path: 'query' })
    const variableValues = isRecord(variables) ? variables : {}
    const operationName = typeof name === 'string' ? name : undefined
    const document = parsedOrError(() => parse(query, { maxTokens }))
    if (document instanceof GraphQLError) return { errors: [document] }
    const args = { schema, document, variableValues, operationName, contextValue }
    // Ours among them empties what is not fit to be looked at, so they are made first.
    const rules = validationRules(args) as typeof specifiedRules
    const standard = isApproved(document) ? [] : specifiedRules
    const errors = validate(schema, document, [...standard, ...rules])
    return errors.length > 0 ? { errors } : execute(args)
  }
}

/** The parser goes down into brackets, until there is no room to. */
const parsedOrError = (parse: () => DocumentNode): DocumentNode | GraphQLError => {
  try {
    return parse()
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('Too many brackets.')
  }
}

/** Each error carries its code; what nobody expected is logged and says nothing of its cause. */
const withCodes = (req: PayloadRequest, { errors, ...result }: ExecutionResult) => ({
  ...result,
  ...(errors && { errors: errors.map((error) => toGraphqlError(req, error)) }),
})

const toGraphqlError = (req: PayloadRequest, error: GraphQLError) => {
  const { locations, originalError, path } = error
  // A variable that is of another type is found by GraphQL itself.
  if (!originalError || originalError instanceof GraphQLError)
    return { message: error.message, locations, path, extensions: { code: 'INVALID_INPUT' } }
  const { extensions, message } = graphqlError(req, originalError)
  if (extensions.statusCode >= 500) req.payload.logger.error({ err: originalError, msg: 'GraphQL' })
  return { message, locations, path, extensions }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type ApiParts = {
  payload: Payload
  /** The key under which `getPayload` keeps the instance; absent = the only one of the process. */
  cacheKey?: string
}
