import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'

/** Gives an order's customer to its lines, as the system: they are read by it too. */
export const syncLicenseCustomers = async (
  req: PayloadRequest,
  order: number | string,
  customer: number | string | null,
): Promise<void> => {
  await req.payload.db.updateMany({
    collection: slugsOf(req.payload).orderItems,
    where: { order: { equals: order } },
    data: { customer },
    req,
  })
}
