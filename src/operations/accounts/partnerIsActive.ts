import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'

/** Asked as the system: whether a partner is active decides about logins of users not yet known. */
export const partnerIsActive = async (
  req: PayloadRequest,
  partner: number | string,
): Promise<boolean> => {
  const { totalDocs } = await req.payload.db.count({
    collection: slugsOf(req.payload).partners,
    where: { id: { equals: partner }, status: { equals: 'ACTIVE' } },
    req,
  })
  return totalDocs > 0
}
