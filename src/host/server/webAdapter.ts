import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'

import { ChannelError } from '../../domain/errors'
import { deepField } from './deepField'
import { readRequestBody, type BodyLimits } from './readRequestBody'

/** Answers a request; what it leaves in `locals` is Express's `response.locals`. */
export type FetchHandler = (request: Request, locals: Record<string, unknown>) => Promise<Response>

/** An Express route from a fetch-style handler, without Next at run time. */
export const webAdapter =
  (handle: FetchHandler, limits: BodyLimits): RequestHandler =>
  async (request, response) => {
    const web = await toWebRequest(request, limits)
    await sendResponse(await handle(web, response.locals), response)
  }

/** Of JSON; more than any route has a use for, and far from what recursion can't walk any more. */
const MAX_DEPTH = 500

/** @throws MALFORMED_REQUEST for an address that is none, BODY_TOO_LARGE */
const toWebRequest = async (request: ExpressRequest, limits: BodyLimits): Promise<Request> => {
  const address = `${request.protocol}://${request.host || 'localhost'}${request.originalUrl}`
  if (!URL.canParse(address)) throw new ChannelError('MALFORMED_REQUEST')
  const body = await readRequestBody(request, limits)
  // Routes of ours read their bodies by a schema, which stops where that ends.
  const path =
    Buffer.isBuffer(body) && !request.path.startsWith('/v1/')
      ? deepField(body, MAX_DEPTH)
      : undefined
  if (path !== undefined)
    throw new ChannelError('MALFORMED_REQUEST', {
      ...(path && { path }),
      message: `At most ${MAX_DEPTH} levels.`,
    })
  return new Request(address, {
    // Payload has no routes for HEAD; Node leaves the body out by itself.
    method: request.method === 'HEAD' ? 'GET' : request.method,
    headers: toWebHeaders(request),
    ...(body && { body, duplex: 'half' }),
  } as RequestInit)
}

const toWebHeaders = (request: ExpressRequest): [string, string][] => {
  const headers: [string, string][] = []
  for (const name in request.headers) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.push([name, value])
    else for (const one of value ?? []) headers.push([name, one])
  }
  return headers
}

const sendResponse = async (web: Response, response: ExpressResponse): Promise<void> => {
  response.status(web.status)
  web.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = web.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (!web.body) response.end()
  else if (isWhole(web)) response.end(Buffer.from(await web.arrayBuffer()))
  else await pipeline(Readable.fromWeb(web.body as ReadableStream), response)
}

/** JSON is in memory already: sent in one piece it costs a third of what a stream does. */
const isWhole = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('application/json') === true &&
  !headers.has('content-disposition')
