import { Readable, Transform } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import type { Request as ExpressRequest } from 'express'

import { ChannelError } from '../../domain/errors'

/** The largest bodies, in bytes: of a request with files (multipart), and of any other. */
export type BodyLimits = { bodyLimitBytes: number; uploadLimitBytes: number }

const bodies = new WeakMap<ExpressRequest, Promise<Buffer>>()

/**
 * The body in memory, or as a stream where it may hold files; undefined where there is none.
 * Reading stops at the limit, whatever the request says of its length.
 * @throws BODY_TOO_LARGE
 */
export const readRequestBody = async (
  request: ExpressRequest,
  { bodyLimitBytes, uploadLimitBytes }: BodyLimits,
): Promise<Buffer | ReadableStream | undefined> => {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const length = request.headers['content-length']
  if (length === undefined && request.headers['transfer-encoding'] === undefined) return undefined
  const isUpload = request.headers['content-type']?.startsWith('multipart/') === true
  const limit = isUpload ? uploadLimitBytes : bodyLimitBytes
  if (Number(length) > limit) throw new ChannelError('BODY_TOO_LARGE')
  if (isUpload) return Readable.toWeb(request.pipe(stopAt(limit)))
  return readWhole(request, limit)
}

/** The whole body; asked again, the same one. */
export const readWhole = (request: ExpressRequest, limit: number): Promise<Buffer> => {
  const known = bodies.get(request)
  if (known) return known
  const body = collect(request, limit)
  bodies.set(request, body)
  return body
}

const collect = (request: ExpressRequest, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return chunks.push(chunk)
      // The rest is read and dropped: a client that still sends would not see the answer.
      request.off('data', onData).resume()
      return reject(new ChannelError('BODY_TOO_LARGE'))
    }
    request.on('data', onData)
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => {
      if (!request.complete) reject(new ChannelError('MALFORMED_REQUEST'))
    })
  })

const stopAt = (limit: number): Transform => {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) done(new ChannelError('BODY_TOO_LARGE'))
      else done(null, chunk)
    },
  })
}
