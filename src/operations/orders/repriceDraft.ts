import { isDeepStrictEqual } from 'node:util'

import type { PayloadRequest } from 'payload'

import { idOf, type Id } from '../../domain/idOf'
import type { OrderLineInput } from '../../domain/pricing/orderLineInput'
import { orderTotals } from '../../domain/pricing/pricing'
import type { Order, OrderItem, Partner } from '../../payload-types'
import type { OrderWithItems } from './placeOrder'
import { priceLines, type PricedLine } from '../pricing/priceLines'
import { productSnapshot } from '../products/productOfLine'
import { requireSameCurrency } from './requireSameCurrency'
import { requireSeenTotal } from './requireSeenTotal'
import { saveDraft } from './saveDraft'

/**
 * Brings a draft to the prices of today, so that nobody submits at those of the day it was begun.
 * Writes only where an amount differs.
 * @param seenTotal what whoever submits it takes it to cost, in minor units
 * @throws PRICE_CHANGED where it costs more; the errors of `priceLines`, e.g. for a product that is no
 * longer sold
 */
export const repriceDraft = async (
  req: PayloadRequest,
  order: Order,
  partner: Partner,
  items: OrderItem[],
  seenTotal: number | undefined,
  now: Date,
): Promise<OrderWithItems> => {
  requireSameCurrency(order, partner)
  const inputs = items.map(inputOf)
  const lines = await priceLines(req, partner, inputs, now)
  const { total } = orderTotals(lines.map(({ amounts }) => amounts))
  const costs = { total, currency: order.currency ?? null, revision: order.revision ?? 0 }
  requireSeenTotal(costs, seenTotal)
  if (lines.every((line, index) => isPricedSo(items[index]!, line)))
    return { order, items, partner }
  const { agreementAcknowledged, notes } = order
  const input = {
    items: inputs,
    agreementAcknowledged: agreementAcknowledged ?? false,
    notes: notes ?? undefined,
    submit: false,
  }
  return saveDraft(req, order, partner, input, now, order.revision ?? 0)
}

/** By their product, whoever has its SKU by now. */
const inputOf = (item: OrderItem): OrderLineInput => ({
  product: idOf(item.product) as Id,
  sku: item.sku as string,
  licenseType: item.licenseType,
  quantity: item.quantity,
  durationYears: item.durationYears,
  endUserName: item.endUserName,
  endUserEmail: item.endUserEmail ?? undefined,
})

/** Also what a line keeps of its product is of the day that the order is sent. */
const isPricedSo = (item: OrderItem, { amounts, product }: PricedLine): boolean =>
  isDeepStrictEqual(pick(item, amounts), amounts) &&
  isDeepStrictEqual(pick(item, productSnapshot(product)), productSnapshot(product))

const pick = (item: OrderItem, like: object): object =>
  Object.fromEntries(Object.keys(like).map((key) => [key, plain(item[key as keyof OrderItem])]))

/** Payload leaves empty values out, and gives groups prototypes of their own. */
const plain = (value: unknown): unknown =>
  value === undefined ? null : JSON.parse(JSON.stringify(value))
