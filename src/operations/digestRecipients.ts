import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../channel'
import { readRows } from '../database/readRows'
import { idOf, type Id } from '../domain/idOf'
import { languageOf, type Language } from '../domain/mailTemplates'
import type { Alert, Customer, User } from '../payload-types'
import { pagesOfRows } from './pagesOfRows'

export type DigestRecipient = {
  /** Part of the mail's key. */
  key: string
  email: string
  language: Language
  frequency: 'daily' | 'weekly'
  /** The alerts that concern the recipient. */
  concerns: Where
}

/** A role is concerned by the alerts that point where its users do. */
const links = { sales: 'salesRep', partner: 'partner', customer: 'customer' } as const
type Link = (typeof links)[keyof typeof links]
type Concerned = Record<Link, Set<Id>>

/**
 * Everybody whom alerts open since an instant concern: the sales rep's, the partner's and the
 * customer's users as they chose, and customers' contacts without a user, every week.
 */
export async function* digestRecipients(
  req: PayloadRequest,
  since: Date,
): AsyncGenerator<DigestRecipient, void> {
  const concerned = await concernedBy(req, since)
  const { users } = slugsOf(req.payload)
  const linked: Where = { or: Object.values(links).map((link) => ({ [link]: { exists: true } })) }
  for await (const page of pagesOfRows<User>(req, users, linked, 'email'))
    for (const user of page) {
      const recipient = recipientOf(user, concerned)
      if (recipient) yield recipient
    }
  yield* contactsOf(req, [...concerned.customer])
}

const concernedBy = async (req: PayloadRequest, since: Date): Promise<Concerned> => {
  const concerned: Concerned = { salesRep: new Set(), partner: new Set(), customer: new Set() }
  const where: Where = {
    and: [{ state: { equals: 'open' } }, { openedAt: { greater_than: since.toISOString() } }],
  }
  for await (const page of pagesOfRows<Alert>(req, slugsOf(req.payload).alerts, where, 'alertKey'))
    for (const alert of page)
      for (const link of Object.values(links)) {
        const id = idOf(alert[link])
        if (id !== null) concerned[link].add(id)
      }
  return concerned
}

/** A stray link of a user with another role concerns nobody, as it opens no document. */
const recipientOf = (user: User, concerned: Concerned): DigestRecipient | null => {
  const frequency = user.notify?.digest ?? 'weekly'
  if (frequency === 'never' || user.partnerActive === false) return null
  const own = Object.entries(links).flatMap(([role, link]) => {
    const id = idOf(user[link])
    const counts = user.roles?.includes(role as 'sales') && id !== null && concerned[link].has(id)
    return counts ? [{ [link]: { equals: id } }] : []
  })
  if (own.length === 0) return null
  const { email, id } = user
  return { key: String(id), email, language: languageOf(user), frequency, concerns: { or: own } }
}

const AT_ONCE = 500

/** Whoever has a user reads as that user chose, be it never. */
async function* contactsOf(req: PayloadRequest, ids: Id[]): AsyncGenerator<DigestRecipient, void> {
  const slugs = slugsOf(req.payload)
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const where: Where = { id: { in: ids.slice(start, start + AT_ONCE) } }
    const found = await readRows<Customer>(req, slugs.customers, where)
    const reachable = found.filter(({ email }) => email)
    if (reachable.length === 0) continue
    const emails = reachable.map(({ email }) => email?.toLowerCase())
    const users = await readRows<User>(req, slugs.users, { email: { in: emails } })
    const known = new Set(users.map(({ email }) => email.toLowerCase()))
    for (const { email, id } of reachable)
      if (!known.has((email as string).toLowerCase()))
        yield {
          key: `customer-${id}`,
          email: email as string,
          language: 'en',
          frequency: 'weekly',
          concerns: { customer: { equals: id } },
        }
  }
}
