import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { readRow } from '../database/readRows'
import { ChannelError } from '../domain/errors'
import { idOf } from '../domain/idOf'
import { orderLineInput } from '../domain/orderInput'
import { parseInput } from '../domain/parseInput'
import type { OrderItem, Product } from '../payload-types'
import { itemRow } from './orderRows'
import { priceLines } from './priceLines'
import { requireDraft } from './requireDraft'

/**
 * Everything about a line that is not the caller's to say.
 * @throws ORDER_LOCKED unless its order is a draft; NOT_FOUND for an order that the caller can't
 * reach; the errors of `priceLines`
 */
export const priceItem = async (
  req: PayloadRequest,
  item: Partial<OrderItem>,
  before: OrderItem | undefined,
): Promise<Record<string, unknown>> => {
  const { order, partner } = await requireDraft(req, idOf(item.order))
  if (before && idOf(before.order) !== order.id)
    throw new ChannelError('ORDER_LOCKED', { path: 'order' })
  const product = await readRow<Product>(req, slugsOf(req.payload).products, {
    id: { equals: idOf(item.product) },
  })
  if (!product) throw new ChannelError('UNKNOWN_PRODUCT', { path: 'product' })
  const input = parseInput(orderLineInput, {
    ...item,
    endUserEmail: item.endUserEmail ?? undefined,
    sku: product.sku,
  })
  const [line] = await priceLines(req, partner, [input], new Date())
  return itemRow(line!, item.position ?? 0, order, partner)
}
