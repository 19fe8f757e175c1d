import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'

import { channelOf, userOf, type Channel } from '../channel'
import { ChannelError, type ErrorCode, type ErrorEntry } from '../domain/errors'
import { lostParameter } from '../domain/lostParameter'
import { parseInput } from '../domain/parseInput'
import { errorResponse } from './errorResponse'
import { readBody } from './readBody'

type Output<S extends undefined | z.ZodType> = S extends z.ZodType ? z.output<S> : undefined

export type HandlerInput<P, Q, B> = {
  req: PayloadRequest
  channel: Channel
  params: P
  query: Q
  body: B
  now: Date
}

/** What a handler gives back: the answer's body, and headers such as `Set-Cookie`. */
export type HandlerResult<R> = { body: R; headers?: HeadersInit }

/** Does the work, unless it was asked for too often. */
export type EndpointLimit = <T>(req: PayloadRequest, work: () => Promise<T>) => Promise<T>

const unlimited: EndpointLimit = (_req, work) => work()

export type EndpointDefinition<
  Params extends undefined | z.ZodType = undefined | z.ZodType,
  Query extends undefined | z.ZodType = undefined | z.ZodType,
  Body extends undefined | z.ZodType = undefined | z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: 'delete' | 'get' | 'patch' | 'post'
  /** Below the API route, in Express form: `/v1/orders/:id/approve`. */
  path: `/${string}`
  tag: string
  summary: string
  /** Who may call it at all: anybody, or users; grants on documents are the operation's. */
  caller: 'anybody' | 'user'
  /** What is allowed of it in a time; none by default. */
  limit?: EndpointLimit
  params?: Params
  query?: Query
  body?: Body
  /** A body that is taken, for the documentation. */
  example?: Body extends z.ZodType ? z.input<Body> : never
  /** Headers that the handler reads, for the documentation. */
  headers?: Record<string, { schema: z.ZodType; description: string }>
  response: Response
  /** The status on success; 200 by default. */
  status?: number
  errors: readonly ErrorCode[]
  handler: (
    input: HandlerInput<Output<Params>, Output<Query>, Output<Body>>,
  ) => Promise<HandlerResult<z.input<Response>>>
}

/**
 * A route from one definition: validates input, checks the caller, maps errors, and carries its
 * schemas for the OpenAPI document in `custom.definition`.
 */
export const defineEndpoint = <
  Params extends undefined | z.ZodType = undefined,
  Query extends undefined | z.ZodType = undefined,
  Body extends undefined | z.ZodType = undefined,
  Response extends z.ZodType = z.ZodType,
>(
  definition: EndpointDefinition<Params, Query, Body, Response>,
): Endpoint => ({
  method: definition.method,
  path: definition.path,
  custom: { definition },
  handler: async (req) => {
    try {
      const { limit = unlimited } = definition
      const { body, headers } = await limit(req, async () =>
        definition.handler(await readInput(definition, req)),
      )
      return Response.json(body, { status: definition.status ?? 200, headers })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
})

const readInput = async <
  P extends undefined | z.ZodType,
  Q extends undefined | z.ZodType,
  B extends undefined | z.ZodType,
  R extends z.ZodType,
>(
  definition: EndpointDefinition<P, Q, B, R>,
  req: PayloadRequest,
): Promise<HandlerInput<Output<P>, Output<Q>, Output<B>>> => {
  const channel = channelOf(req.payload)
  if (
    definition.caller === 'user' &&
    (!req.user || userOf(req.payload, req.user).partnerActive === false)
  )
    throw new ChannelError('UNAUTHENTICATED')
  const { params, body } = definition
  return {
    req,
    channel,
    params: (params && parseParams(params, req.routeParams)) as Output<P>,
    query: parseQuery(definition, req) as Output<Q>,
    body: (body &&
      parseInput(body, await readBody(req, channel.options.limits.bodyBytes))) as Output<B>,
    now: new Date(),
  }
}

/** What Payload reads of every request, or notes there itself. */
const everywhere = new Set(['depth', 'locale', 'fallback-locale', 'fallbackLocale'])

/** A parameter that is not known would be taken for no condition at all; one that is lost, anywhere. */
const parseQuery = (
  { caller, method, query }: EndpointDefinition,
  { query: given, searchParams }: Pick<PayloadRequest, 'query' | 'searchParams'>,
): unknown => {
  const known = query && 'shape' in query ? Object.keys(query.shape as object) : []
  const lost = searchParams && lostParameter(searchParams)
  const strange = [
    ...(lost ? [lost] : []),
    ...Object.keys(given ?? {}).filter((name) => !known.includes(name) && !everywhere.has(name)),
  ]
  const [first, ...rest] = strange.map((path): ErrorEntry => ({
    code: 'INVALID_INPUT',
    message: 'There is no such parameter.',
    path,
  }))
  if (first && caller === 'user' && (method === 'get' || lost))
    throw ChannelError.of([first, ...rest])
  return query && parseInput(query, given)
}

/** A path that can't name anything names nothing. */
const parseParams = (schema: z.ZodType, params: unknown): unknown => {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw new ChannelError('NOT_FOUND')
  return parsed.data
}
