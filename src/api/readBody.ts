import type { PayloadRequest } from 'payload'

import { ChannelError } from '../domain/errors'

/**
 * The JSON body of a request; no body counts as `{}`.
 * @throws UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, MALFORMED_JSON
 */
export const readBody = async (req: PayloadRequest, maxBytes: number): Promise<unknown> => {
  if (Number(req.headers.get('content-length')) > maxBytes) throw new ChannelError('BODY_TOO_LARGE')
  const text = await readText(req, maxBytes)
  if (text.length === 0) return {}
  const type = req.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new ChannelError('UNSUPPORTED_MEDIA_TYPE')
  try {
    return JSON.parse(text)
  } catch {
    throw new ChannelError('MALFORMED_JSON')
  }
}

/** Stops reading where the limit is passed, whatever the request said of its length. */
const readText = async (req: PayloadRequest, maxBytes: number): Promise<string> => {
  if (!req.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of req.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new ChannelError('BODY_TOO_LARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
