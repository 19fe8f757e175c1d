import { createHash } from 'node:crypto'

import { canonical } from '../../domain/records/hashChain'

/** By what a repeated request is known, kept in unique fields of what it made. */
export type RequestIdentity = { requestKey: string; requestHash: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * The identity of a request with an `Idempotency-Key`.
 * @param scope whose key it is: the same key of somebody else is another request
 * @param input what was asked for; the same key with another input is a conflict
 */
export const requestIdentity = (scope: string, key: string, input: unknown): RequestIdentity => ({
  requestKey: sha256(`${scope}\n${key}`),
  requestHash: sha256(canonical(input)),
})
