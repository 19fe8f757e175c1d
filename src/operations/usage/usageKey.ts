import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A license's key for its usage reports, with 256 random bits: `lk_…`. */
export const newUsageKey = (): string => `lk_${randomBytes(KEY_BYTES).toString('base64url')}`

/** What is kept of a key: its SHA-256, in hex. */
export const hashUsageKey = (key: string): string => sha256(key).toString('hex')

/** No key has it: whoever names a license without a key, or none at all, is compared with it. */
const noHash = randomBytes(KEY_BYTES).toString('hex')

/** Whether a key is the one of a kept hash, in a time that says nothing of either. */
export const matchesUsageKey = (key: string, hash: null | string | undefined): boolean =>
  timingSafeEqual(sha256(key), Buffer.from(hash || noHash, 'hex')) && Boolean(hash)
