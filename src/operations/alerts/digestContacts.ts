import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import type { Customer, Partner, SalesRep, User } from '../../payload-types'
import type { DigestRecipient, DigestRole } from './digestRecipient'
import { readUsers } from '../records/readUsers'

type Contact = Pick<Customer, 'email' | 'id'> &
  Partial<Pick<Partner, 'status'> & Pick<SalesRep, 'active'>>

/** Whose address it is, by the role that a user of theirs has. */
const homes = {
  sales: { home: 'salesReps', link: 'salesRep' },
  partner: { home: 'partners', link: 'partner' },
  customer: { home: 'customers', link: 'customer' },
} as const

const AT_ONCE = 500

/** Sales reps, partners or customers by their own addresses, where no user reads for them. */
export async function* digestContacts(
  req: PayloadRequest,
  role: DigestRole,
  ids: Id[],
): AsyncGenerator<DigestRecipient, void> {
  const { home, link } = homes[role]
  const slugs = slugsOf(req.payload)
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE)
    const found = await readRows<Contact>(req, slugs[home], { id: { in: part } })
    const contacts = found.filter(isReachable)
    const addresses = contacts.map(({ email }) => lower(email))
    const where: Where = { or: [{ [link]: { in: part } }, { email: { in: addresses } }] }
    const users = await readUsers(req, where)
    for (const contact of contacts)
      if (!users.some((user) => readsFor(user, role, contact)))
        yield {
          keys: [`${role}-${contact.id}`],
          email: contact.email as string,
          language: 'en',
          frequency: 'weekly',
          concerns: { [link]: { equals: contact.id } },
        }
  }
}

const lower = (email: null | string | undefined): string => email?.toLowerCase() ?? ''

const isReachable = ({ active, email, status }: Contact): boolean =>
  Boolean(email) && active !== false && status !== 'INACTIVE'

/**
 * Whoever has a user reads as that user chose, be it never. A customer's contact is told beside the
 * users of others there.
 */
const readsFor = (user: User, role: DigestRole, { email, id }: Contact): boolean => {
  const isTheirs = user.roles?.includes(role) && idOf(user[homes[role].link]) === id
  const isTheSame = lower(user.email) === lower(email)
  if (isTheSame) return Boolean(isTheirs) || user.notify?.digest === 'never'
  return Boolean(isTheirs) && role !== 'customer'
}
