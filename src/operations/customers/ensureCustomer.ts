import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { customerKey } from '../../domain/customers/customerKey'
import type { Id } from '../../domain/idOf'
import type { Customer } from '../../payload-types'
import { requireDocument } from '../records/requireDocument'
import { createDocument } from '../records/writeDocument'

/** One that there is, or what is known of a new one. */
export type CustomerChoice =
  | { id: Id }
  | ({ name: string } & Partial<Pick<Customer, 'country' | 'email' | 'phone'>> & {
        region?: string
      })

/**
 * A customer by its ID, or the partner's of that name, created as the caller where it is new.
 * @throws FORBIDDEN; NOT_FOUND for a customer that the caller may not know of
 */
export const ensureCustomer = async (
  req: PayloadRequest,
  customer: CustomerChoice,
  partner: null | string,
): Promise<Id> => {
  // One that is no customer, or not the caller's to know, is refused where the license is written.
  if ('id' in customer) return customer.id
  const nameKey = customerKey(partner, customer.name)
  const known = await readRow<Customer>(req, slugsOf(req.payload).customers, {
    nameKey: { equals: nameKey },
  })
  if (known) return (await requireDocument(req, 'customers', known.id)).id
  return (await createDocument(req, 'customers', { ...customer, partner })).id
}
