/** What is limited. A row here is a limit; how many are allowed is an option of the same name. */
export const rateLimitNames = [
  'login',
  'account',
  'recovery',
  'recoveryOfAccount',
  'public',
  'usage',
  'validate',
  'unknownLicenses',
] as const

export type RateLimitName = (typeof rateLimitNames)[number]

/** How often something was tried, and when counting begins anew. */
export type RateWindow = { hits: number; resetsAt: Date }

/**
 * Where attempts are counted, in the manner of express-rate-limit's stores. One store for all nodes
 * makes them count together.
 */
export type RateLimitStore = {
  /** Counts one more, atomically; a window that is over begins anew. */
  increment: (key: string, windowMs: number) => Promise<RateWindow>
  /** Takes one back: an attempt that was no failure. */
  decrement: (key: string) => Promise<void>
}

/** Machines and deployed systems ask these by the minute; the others have `windowSeconds`. */
const byMinute = new Set<RateLimitName>(['usage', 'validate', 'unknownLicenses'])

export const windowOf = (name: RateLimitName, windowSeconds: number): number =>
  byMinute.has(name) ? 60_000 : windowSeconds * 1_000

/** Whole seconds to wait, at least one. */
export const secondsUntil = (resetsAt: Date, now: Date): number =>
  Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1_000))

/**
 * An address as a limit counts it: whoever has one IPv6 address has its whole /64, and IPv4 written
 * as IPv6 is IPv4.
 */
export const addressKey = (address: string): string => {
  const [bare = ''] = address.trim().toLowerCase().split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)
  if (mapped?.[1]) return mapped[1]
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
