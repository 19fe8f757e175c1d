import type { PayloadRequest } from 'payload'

import { slugsOf, userData, usersWhere } from '../../channel'
import { deleteSessions } from '../../database/deleteSessions'

/**
 * Marks the users of a partner as (in)active, as the system: the mark is no one's to set. An inactive
 * one's sessions end, so that they do not come back to life with the partner.
 */
export const syncUsersOfPartner = async (
  req: PayloadRequest,
  partner: number | string,
  active: boolean,
): Promise<void> => {
  const { collections, db } = req.payload
  const collection = slugsOf(req.payload).users
  const where = usersWhere(req.payload, { partner: { equals: partner } })
  const data = userData(req.payload, { partnerActive: active })
  await db.updateMany({ collection, where, data, req })
  if (active || !collections[collection].config.auth.useSessions) return
  const { docs } = await db.find<{ id: number | string }>({
    collection,
    where,
    select: {},
    limit: 0,
    pagination: false,
    req,
  })
  await deleteSessions(
    req,
    collection,
    docs.map(({ id }) => id),
  )
}
