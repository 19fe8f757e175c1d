import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Order, Partner } from '../../payload-types'

/**
 * The partner of an order that the caller may reach. The system reads it: a customer may see its
 * order, but has no grant on partners.
 * @throws NOT_FOUND
 */
export const partnerOf = async (
  req: PayloadRequest,
  order: Pick<Order, 'partner'>,
): Promise<Partner> => {
  const where = { id: { equals: idOf(order.partner) } }
  const partner = await readRow<Partner>(req, slugsOf(req.payload).partners, where)
  if (!partner) throw new ChannelError('NOT_FOUND')
  return partner
}
