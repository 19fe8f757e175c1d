import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { Order, Partner } from '../../payload-types'
import { partnerOf } from '../partners/partnerOf'
import { requireOrder } from './requireOrder'

/**
 * The draft that a line belongs to. The system's own writes (imports, seeds) have no caller.
 * @throws NOT_FOUND, FORBIDDEN, or ORDER_LOCKED when it is no draft
 */
export const requireDraft = async (
  req: PayloadRequest,
  id: number | string | null,
): Promise<{ order: Order; partner: Partner }> => {
  if (id === null)
    throw new ChannelError('INVALID_INPUT', { path: 'order', message: 'Name an order.' })
  const found = callerOf(req) ? await requireOrder(req, id, 'update') : await readOrder(req, id)
  if (found.order.state !== 'draft') throw new ChannelError('ORDER_LOCKED', { path: 'order' })
  return found
}

const readOrder = async (req: PayloadRequest, id: number | string) => {
  const slugs = slugsOf(req.payload)
  const where = { id: { equals: id } }
  const order = await readRow<Order>(req, slugs.orders, where)
  if (!order) throw new ChannelError('NOT_FOUND')
  const partner = await partnerOf(req, order)
  return { order, partner }
}
