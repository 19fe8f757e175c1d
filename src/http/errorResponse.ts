import type { PayloadRequest } from 'payload'

import { withFieldsOfCaller } from './fieldOfCaller'
import { toErrorEntries } from './toErrorEntries'

/** `{ errors: [{ code, message, path? }] }`; only what nobody expected is logged, with its cause. */
export const errorResponse = (req: PayloadRequest, error: unknown): Response => {
  const { entries, status } = toErrorEntries(error, req.t)
  const errors = withFieldsOfCaller(req.payload, error, entries)
  if (status >= 500) req.payload.logger.error({ err: error, msg: `${req.method} ${req.pathname}` })
  const headers: HeadersInit = status === 503 ? { 'Retry-After': '5' } : {}
  return Response.json({ errors }, { status, headers })
}
