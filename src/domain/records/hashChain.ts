import { createHash } from 'node:crypto'

/** What an entry's hash covers. Times are ISO 8601 in UTC; `changes` is field → from and to. */
export type ChangeEntry = {
  at: string
  action: string
  subject: string
  documentId: string
  sequence: number
  actorId: string | null
  actorName: string | null
  ip: string | null
  userAgent: string | null
  changes: Changes
  previousHash: string | null
}

export type Changes = Record<string, { from?: unknown; to?: unknown }>

/** SHA-256 (hex) over the entry in canonical JSON: keys sorted, so that every database gives the same. */
export const hashEntry = (entry: ChangeEntry): string =>
  createHash('sha256').update(canonical(entry)).digest('hex')

/** The first entry that does not follow from the ones before it, or `null` when the chain is whole. */
export const findBreak = (entries: (ChangeEntry & { hash: string })[]): number | null => {
  let previous: string | null = null
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const follows = entry.sequence === index + 1 && (entry.previousHash ?? null) === previous
    if (!follows || hashEntry(pickEntry(entry)) !== hash) return index
    previous = hash
  }
  return null
}

const pickEntry = (entry: ChangeEntry): ChangeEntry => ({
  at: instant(entry.at),
  action: entry.action,
  subject: entry.subject,
  documentId: entry.documentId,
  sequence: entry.sequence,
  actorId: entry.actorId ?? null,
  actorName: entry.actorName ?? null,
  ip: entry.ip ?? null,
  userAgent: entry.userAgent ?? null,
  changes: entry.changes,
  previousHash: entry.previousHash ?? null,
})

/** As it was hashed, however the database gives it back; what is no time matches no hash. */
const instant = (value: string): string => {
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? String(value) : time.toISOString()
}

/** JSON with sorted keys and without `undefined`. */
export const canonical = (value: unknown): string => {
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
