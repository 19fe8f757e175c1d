import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'

type FetchHandler = (request: Request) => Promise<Response>

/** An Express route from a fetch-style handler, without Next at run time. */
export const webAdapter =
  (handle: FetchHandler): RequestHandler =>
  async (request, response) => {
    await sendResponse(await handle(toWebRequest(request, response)), response)
  }

const toWebRequest = (request: ExpressRequest, response: ExpressResponse): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  // Whatever a client claims here, Express knows which proxies to trust.
  if (request.ip) headers.set('x-forwarded-for', request.ip)
  const abort = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) abort.abort()
  })
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const url = new URL(request.originalUrl, `${request.protocol}://${request.host || 'localhost'}`)
  return new Request(url, {
    method: request.method,
    headers,
    signal: abort.signal,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
  } as RequestInit)
}

const sendResponse = async (web: Response, response: ExpressResponse): Promise<void> => {
  response.status(web.status)
  web.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = web.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (!web.body) {
    response.end()
    return
  }
  await pipeline(Readable.fromWeb(web.body as ReadableStream), response)
}
