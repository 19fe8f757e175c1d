import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import type { Id } from '../../domain/idOf'
import type { Partner, Tier } from '../../payload-types'
import { findAsCaller } from '../../operations/records/findAsCaller'
import type { PartnerFacts } from './PartnerCard'

/** A partner as its card shows it, read as the caller; `null` where the caller may not see it. */
export const loadPartner = async (
  req: PayloadRequest,
  id: Id | null,
): Promise<PartnerFacts | null> => {
  if (id === null) return null
  const { slugs } = channelOf(req.payload).options
  const where = { id: { equals: id } }
  const { docs } = await findAsCaller<Partner>(req, slugs.partners, { where, limit: 1, depth: 1 })
  return docs[0] ? factsOf(docs[0]) : null
}

const factsOf = (partner: Partner): PartnerFacts => {
  const { street, postalCode, city, country } = partner.address ?? {}
  const place = [postalCode, city].filter(Boolean).join(' ')
  return {
    id: String(partner.id),
    name: partner.name,
    contactName: partner.contactName ?? '',
    email: partner.email,
    phone: partner.phone ?? '',
    address: [street, place, country].filter(Boolean).join(', '),
    tier: (partner.tier as Tier | null)?.name ?? '',
    paymentTerms: partner.paymentTerms,
  }
}
