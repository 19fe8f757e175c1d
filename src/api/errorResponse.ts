import type { PayloadRequest } from 'payload'

import { withFieldsOfCaller } from './fieldOfCaller'
import { toErrorEntries } from './toErrorEntries'

/** `{ errors: [{ code, message, path? }] }`; only what nobody expected is logged, with its cause. */
export const errorResponse = (req: PayloadRequest, error: unknown): Response => {
  const { entries, status } = toErrorEntries(error, req.t)
  const errors = withFieldsOfCaller(req.payload, error, entries)
  if (status >= 500) req.payload.logger.error({ err: error, msg: `${req.method} ${req.pathname}` })
  const wait = (error as { retryAfter?: number } | null)?.retryAfter ?? (status === 503 ? 5 : null)
  const headers: HeadersInit = wait === null ? {} : { 'Retry-After': String(wait) }
  return Response.json({ errors }, { status, headers })
}
