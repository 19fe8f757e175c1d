import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { OrderInput } from '../../api/orders/orderInput'
import type { Order, Partner } from '../../payload-types'
import { itemsOf } from './itemsOf'
import { requestIdentity, type RequestIdentity } from '../records/requestIdentity'
import { settleOrder } from './settleOrder'
import { placeOrder, type OrderWithItems } from './placeOrder'

/**
 * Places an order exactly once for each `Idempotency-Key` of a partner: the key's hash is a unique
 * field of the order itself, so that of any number of equal requests, on any number of servers, one
 * writes and the others get its order.
 * @throws IDEMPOTENCY_CONFLICT when the key came with another body before
 */
export const placeOrderOnce = async (
  req: PayloadRequest,
  partner: Partner,
  input: OrderInput,
  key: string | null,
  now: Date,
): Promise<OrderWithItems> => {
  if (key === null)
    return placeOrder(req, partner, input, { requestKey: randomUUID(), requestHash: null }, now)
  const identity = requestIdentity(String(partner.id), key, input)
  const before = await findPlaced(req, partner, identity)
  if (before) return before
  try {
    return await placeOrder(req, partner, input, identity, now)
  } catch (error) {
    const placed = await findPlaced(req, partner, identity)
    if (placed) return placed
    throw error
  }
}

const findPlaced = async (
  req: PayloadRequest,
  partner: Partner,
  identity: RequestIdentity,
): Promise<OrderWithItems | null> => {
  const slugs = slugsOf(req.payload)
  const where = { requestKey: { equals: identity.requestKey } }
  const order = await readRow<Order>(req, slugs.orders, where)
  if (!order) return null
  if (order.requestHash !== identity.requestHash) throw new ChannelError('IDEMPOTENCY_CONFLICT')
  await settleOrder(req, order.id)
  return { order, partner, items: await itemsOf(req, order.id) }
}
