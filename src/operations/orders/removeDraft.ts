import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { Order } from '../../payload-types'

/**
 * Clears the way for deleting a draft: its lines go first, as the system, logged with the order.
 * @throws ORDER_LOCKED for anything but a draft
 */
export const removeDraft = async (req: PayloadRequest, id: number | string): Promise<void> => {
  const slugs = slugsOf(req.payload)
  const where = { id: { equals: id } }
  const order = await readRow<Order>(req, slugs.orders, where)
  if (order && order.state !== 'draft') throw new ChannelError('ORDER_LOCKED', { path: 'state' })
  await req.payload.db.deleteMany({
    collection: slugs.orderItems,
    where: { order: { equals: id } },
    req,
  })
}
