import type { Changes } from './hashChain'

import { canonical } from './hashChain'

/** Never in the log, at any depth. */
const secrets = new Set([
  'password',
  'confirm-password',
  'salt',
  'hash',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'sessions',
  'apiKey',
  'apiKeyIndex',
  'revision',
  'requestKey',
  'requestHash',
  'issueKey',
  'usageKeyHash',
  '_sid',
  '_verificationToken',
])

/** What changes with every write, or only repeats another field. */
const noise = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'lastPurchase',
  'unfinished',
  'unfinishedSince',
  'loginAttempts',
  'lockUntil',
  'nameKey',
  'collection',
  '_strategy',
])

type Doc = Record<string, unknown>

/** What differs between two versions of a document, by field; related documents count by their ID. */
export const changesBetween = (
  before: Doc | null,
  after: Doc | null,
  skip: string[] = [],
): Changes => {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const changes: Changes = {}
  for (const field of fields) {
    if (secrets.has(field) || noise.has(field) || skip.includes(field)) continue
    const from = plain(before?.[field])
    const to = plain(after?.[field])
    if (from === to || (before && after && canonical(from) === canonical(to))) continue
    changes[field] = { ...(from !== null && { from }), ...(to !== null && { to }) }
  }
  return changes
}

/** As the database gives it back: dates as ISO strings, no `undefined`, relations as IDs. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object')
    return 'id' in value && 'createdAt' in value ? value.id : plainObject(value)
  return value
}

/** A group of which nothing is set is nothing: databases differ in whether they give it back. */
const plainObject = (value: object): null | Record<string, unknown> => {
  const entries = Object.entries(value)
    .filter(([key]) => !secrets.has(key))
    .map(([key, inner]) => [key, plain(inner)] as const)
  const isUnset = entries.length > 0 && entries.every(([, inner]) => inner === null)
  return isUnset ? null : Object.fromEntries(entries)
}
