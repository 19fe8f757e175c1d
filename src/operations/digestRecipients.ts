import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../channel'
import { idOf, type Id } from '../domain/idOf'
import { languageOf, type Language } from '../domain/mailTemplates'
import type { Alert, User } from '../payload-types'
import { digestContacts } from './digestContacts'
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
export type DigestRole = keyof typeof links
type Link = (typeof links)[DigestRole]
type Concerned = Record<Link, Set<Id>>

/**
 * Everybody whom alerts open since an instant concern: the sales rep's, the partner's and the
 * customer's users as they chose, and every week those three by their own addresses where none of
 * the users reads for them.
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
  for (const role of Object.keys(links) as DigestRole[])
    yield* digestContacts(req, role, [...concerned[links[role]]])
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
