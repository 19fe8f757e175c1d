import { audienceOf, type EventType } from '../../domain/events/eventTypes'
import { userOf } from '../../channel'
import { idOf, type Id } from '../../domain/idOf'
import { findRecipients } from '../../operations/events/findRecipients'
import type { Event, User } from '../../payload-types'
import type { SlugKey } from '../../slugs'
import { read, type Audit, type Inspect, type Remark } from '../audit'
import { readEntries, type Entry } from '../changeLog/entriesOf'

/** Whoever became a recipient so shortly before the event went out may have missed it. */
const SETTLED_MS = 10_000

/** What makes a user a recipient, by the collection in whose log it shows. */
const deciding: Partial<Record<SlugKey, string[]>> = {
  users: ['roles', 'partner', 'engineer', 'partnerActive'],
  partners: ['status'],
}

type Recipient = { id: Id; since: number }

/**
 * Everybody whom a dispatched event concerned has its notification. Who that was is known of those
 * who are recipients today and were so already when the event went out.
 */
export const isTold: Inspect = async (audit, docs) => {
  const events = (docs as unknown as Event[]).filter(({ dispatchedAt }) => dispatchedAt)
  const recipientsOf = recipientsByAudience(audit)
  const expected: { key: string; event: Event; user: Id }[] = []
  for (const event of events) {
    const dispatched = new Date(event.dispatchedAt as string).getTime()
    for (const { id: user, since } of await recipientsOf(event))
      if (since + SETTLED_MS < dispatched)
        expected.push({ key: `${event.id}:${user}`, event, user })
  }
  const known = await knownKeys(
    audit,
    expected.map(({ key }) => key),
  )
  return expected
    .filter(({ key }) => !known.has(key))
    .map(({ event, user }): Remark => ({ id: event.id, message: `User ${user} was not told.` }))
}

const AT_ONCE = 1_000

const knownKeys = async (audit: Audit, keys: string[]): Promise<Set<unknown>> => {
  const known = new Set<unknown>()
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const where = { key: { in: keys.slice(start, start + AT_ONCE) } }
    for (const { key } of await read(audit, 'notifications', where)) known.add(key)
  }
  return known
}

/** Events of one kind, partner and engineer have the same recipients: they are looked for once a page. */
const recipientsByAudience = (audit: Audit): ((event: Event) => Promise<Recipient[]>) => {
  const known = new Map<string, Promise<Recipient[]>>()
  return (event) => {
    const { engineer, partner } = (event.data ?? {}) as Record<string, { id?: Id } | undefined>
    const audience = audienceOf(event.type as EventType, event.data)
    const key = `${event.type} ${audience} ${partner?.id} ${engineer?.id}`
    const found = known.get(key) ?? findRecipients(audit.req, event).then(withSince(audit))
    known.set(key, found)
    return found
  }
}

const withSince =
  (audit: Audit) =>
  async (users: User[]): Promise<Recipient[]> => {
    const partners = users.map(({ partner }) => idOf(partner as Id | null))
    const changed = new Map([
      ...(await lastChanges(
        audit,
        'users',
        users.map(({ id }) => id),
      )),
      ...(await lastChanges(
        audit,
        'partners',
        partners.filter((id) => id !== null),
      )),
    ])
    return users.map(({ createdAt, id }, index) => {
      const moments = [changed.get(`users ${id}`), changed.get(`partners ${partners[index]}`)]
      return { id, since: Math.max(new Date(createdAt).getTime(), ...moments.map((at) => at ?? 0)) }
    })
  }

const lastChanges = async (audit: Audit, of: SlugKey, ids: Id[]): Promise<[string, number][]> => {
  const entries = await readEntries(audit, of, ids.map(String))
  const { payload } = audit.req
  const named = (changes: Entry['changes']) =>
    of === 'users' ? userOf(payload, changes ?? {}) : changes
  return [...entries].map(([id, own]) => {
    const changes = own.filter(
      (entry) =>
        entry.action !== 'create' && deciding[of]?.some((field) => named(entry.changes)?.[field]),
    )
    return [`${of} ${id}`, Math.max(0, ...changes.map(({ at }) => new Date(at).getTime()))]
  })
}
