import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'

/** Marks the users of a partner as (in)active, as the system: the mark is no one's to set. */
export const syncUsersOfPartner = async (
  req: PayloadRequest,
  partner: number | string,
  active: boolean,
): Promise<void> => {
  await req.payload.db.updateMany({
    collection: slugsOf(req.payload).users,
    where: { partner: { equals: partner } },
    data: { partnerActive: active },
    req,
  })
}
