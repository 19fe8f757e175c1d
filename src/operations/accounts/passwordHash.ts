import crypto from 'node:crypto'
import { promisify } from 'node:util'

const derive = (password: string, salt: string, iterations: number, bytes: number) =>
  promisify(crypto.pbkdf2)(password, salt, iterations, bytes, 'sha256')

/** Payload's own two formats: today's, which it marks, and the one before. */
const MARK = 'pbkdf2-sha256-v1:'
const today = { iterations: 600_000, bytes: 32 }
const before = { iterations: 25_000, bytes: 512 }

export type Kept = { hash?: null | string; salt?: null | string }

/** Whether a password is the one that Payload keeps for a user. */
export const isPassword = async ({ hash, salt }: Kept, password: string): Promise<boolean> => {
  if (!hash || !salt) return false
  const { bytes, iterations } = hash.startsWith(MARK) ? today : before
  const kept = Buffer.from(hash.startsWith(MARK) ? hash.slice(MARK.length) : hash, 'hex')
  const derived = await derive(password, salt, iterations, bytes)
  return kept.length === derived.length && crypto.timingSafeEqual(kept, derived)
}

/** The work of a login, for a user that there is not: the time tells nothing. */
export const deriveInVain = async (password: string): Promise<void> => {
  const salt = crypto.randomBytes(32).toString('hex')
  await derive(password, salt, today.iterations, today.bytes)
}
