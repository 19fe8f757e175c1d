import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { ChannelError } from '../domain/errors'
import { idOf } from '../domain/idOf'
import type { Partner } from '../payload-types'

/**
 * The active partner that the caller works for, read as the caller.
 * @throws UNAUTHENTICATED without a user; FORBIDDEN for users of no partner, or of an inactive one
 */
export const requirePartner = async (req: PayloadRequest): Promise<Partner> => {
  if (!req.user) throw new ChannelError('UNAUTHENTICATED')
  const id = idOf((req.user as { partner?: number | string | null }).partner)
  if (id === null) throw new ChannelError('FORBIDDEN')
  const { docs } = await req.payload.find({
    collection: slugsOf(req.payload).partners,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const partner = docs[0]
  if (partner?.status !== 'ACTIVE') throw new ChannelError('FORBIDDEN')
  return partner
}
