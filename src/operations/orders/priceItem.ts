import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { sum } from '../../domain/money/money'
import { orderLineInput } from '../../domain/pricing/orderLineInput'
import { tooManyLicenses, tooManyLines } from '../../domain/orders/orderMachine'
import { parseInput } from '../../domain/parseInput'
import type { OrderItem } from '../../payload-types'
import { itemsOf } from './itemsOf'
import { licenseCountOf } from './licenseCountOf'
import { itemRow } from './orderRows'
import { licensesOf } from '../../domain/products/licensesOf'
import { priceLines, type PricedLine } from '../pricing/priceLines'
import { requireDraft } from './requireDraft'
import { requireSameCurrency } from './requireSameCurrency'

/**
 * Everything about a line that is not the caller's to say.
 * @throws ORDER_LOCKED unless its order is a draft; NOT_FOUND for an order that the caller can't
 * reach; CURRENCY_CONFLICT; what makes the order too large; the errors of `priceLines`
 */
export const priceItem = async (
  req: PayloadRequest,
  item: Partial<OrderItem>,
  before: OrderItem | undefined,
): Promise<Record<string, unknown>> => {
  const { order, partner } = await requireDraft(req, idOf(item.order))
  if (before && idOf(before.order) !== order.id)
    throw new ChannelError('ORDER_LOCKED', { path: 'order' })
  requireSameCurrency(order, partner)
  const { customer: _owner, sku: _sku, ...asked } = item
  const product = idOf(item.product)
  if (product === null) throw new ChannelError('UNKNOWN_PRODUCT', { path: 'product' })
  const input = parseInput(orderLineInput, {
    ...asked,
    endUserEmail: item.endUserEmail ?? undefined,
    product: String(product),
  })
  const [line] = await priceLines(req, partner, [input], new Date())
  const others = (await itemsOf(req, order.id)).filter(({ id }) => id !== before?.id)
  await requireSmall(req, others, line!)
  return itemRow(line!, item.position ?? 0, order, partner)
}

/** @throws TOO_MANY_LINES, TOO_MANY_LICENSES; AMOUNT_TOO_LARGE for all lines together */
const requireSmall = async (
  req: PayloadRequest,
  others: OrderItem[],
  { amounts, input, product }: PricedLine,
): Promise<void> => {
  const { licensesPerOrder, linesPerOrder } = channelOf(req.payload).options.limits
  const count = (await licenseCountOf(req, others)) + licensesOf(product, input.quantity)
  const fault =
    tooManyLines(others.length + 1, linesPerOrder) ?? tooManyLicenses(count, licensesPerOrder)
  if (fault) throw new ChannelError(fault.code, fault)
  sum([...others.map(({ total }) => total ?? 0), amounts.total])
}
