const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 3_600_000

/** When to try again after so many failed attempts: 10 s, 20 s, 40 s … one hour at most. */
export const retryAt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS))

/**
 * One line about a failure that may be kept and shown: no stack, no parameters of a statement
 * (they stand on further lines), no password in an address.
 */
export const failureLine = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message.split('\n')
  return first.replace(/\/\/[^/\s@]*@/g, '//***@').slice(0, 300)
}
