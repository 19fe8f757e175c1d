import type { PayloadRequest } from 'payload'

import type { Order } from '../../payload-types'
import { issueLicenses, planLicenses } from './issueLicenses'
import { itemsOf } from './itemsOf'

/** Issues the licenses of an order that entered `in_progress` by an ordinary write of the system. */
export const issueOnEntry = async (req: PayloadRequest, order: Order): Promise<void> => {
  const now = new Date()
  const plan = await planLicenses(req, order, await itemsOf(req, order.id), now)
  await issueLicenses(req, plan, now)
}
