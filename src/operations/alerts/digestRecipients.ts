import type { PayloadRequest, Where } from 'payload'

import { slugsOf, userOf, usersWhere } from '../../channel'
import { idOf, type Id } from '../../domain/idOf'
import { languageOf } from '../../domain/events/mailTemplates'
import type { Alert, User } from '../../payload-types'
import { digestContacts } from './digestContacts'
import { pagesOfRows } from '../records/pagesOfRows'
import { links, type DigestRecipient, type DigestRole } from './digestRecipient'
type Link = (typeof links)[DigestRole]
type Concerned = Record<Link, Set<Id>>

/**
 * Everybody whom alerts open since an instant concern, once for each address: the sales rep's, the
 * partner's and the customer's users as they chose, and every week those three by their own addresses
 * where none of the users reads for them. Who is several of these is told all of it by one mail.
 */
export const digestRecipients = async (
  req: PayloadRequest,
  since: Date,
): Promise<DigestRecipient[]> => {
  const byAddress = new Map<string, DigestRecipient>()
  for await (const recipient of eachRecipient(req, since)) {
    const address = recipient.email.trim().toLowerCase()
    const known = byAddress.get(address)
    byAddress.set(address, known ? together(known, recipient) : recipient)
  }
  return [...byAddress.values()]
}

/** The first one is the user, where there is one: it is told as it chose. */
const together = (first: DigestRecipient, other: DigestRecipient): DigestRecipient => ({
  ...first,
  keys: [...first.keys, ...other.keys],
  concerns: { or: [first.concerns, other.concerns] },
})

async function* eachRecipient(
  req: PayloadRequest,
  since: Date,
): AsyncGenerator<DigestRecipient, void> {
  const concerned = await concernedBy(req, since)
  const { users } = slugsOf(req.payload)
  const linked = usersWhere<Where>(req.payload, {
    or: Object.values(links).map((link) => ({ [link]: { exists: true } })),
  })
  for await (const page of pagesOfRows<User>(req, users, linked, 'email'))
    for (const user of page) {
      const recipient = recipientOf(userOf(req.payload, user), concerned)
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
  return { keys: [String(id)], email, language: languageOf(user), frequency, concerns: { or: own } }
}
