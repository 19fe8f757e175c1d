import type { PayloadRequest } from 'payload'

import { ChannelError } from '../domain/errors'
import type { OrderLineInput } from '../domain/orderInput'
import { orderTotals, type LineAmounts } from '../domain/pricing'
import type { Order, OrderItem, Partner } from '../payload-types'
import type { OrderWithItems } from './placeOrder'
import { priceLines, type PricedLine } from './priceLines'
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
  const inputs = items.map(inputOf)
  const lines = await priceLines(req, partner, inputs, now)
  requireSeenTotal(order, lines, seenTotal)
  if (lines.every(({ amounts }, index) => isPricedSo(items[index]!, amounts)))
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

/** @throws PRICE_CHANGED with what the lines cost today where that is more than was seen */
const requireSeenTotal = (
  { currency, revision }: Order,
  lines: PricedLine[],
  seen: number | undefined,
): void => {
  const { total } = orderTotals(lines.map(({ amounts }) => amounts))
  if (seen === undefined || total <= seen) return
  const details = { total, seen, currency: currency ?? null, revision: revision ?? 0 }
  throw new ChannelError('PRICE_CHANGED', { path: 'total', details })
}

const inputOf = (item: OrderItem): OrderLineInput => ({
  sku: item.sku as string,
  licenseType: item.licenseType,
  quantity: item.quantity,
  durationYears: item.durationYears,
  endUserName: item.endUserName,
  endUserEmail: item.endUserEmail ?? undefined,
})

const isPricedSo = (item: OrderItem, amounts: LineAmounts): boolean =>
  (Object.keys(amounts) as (keyof LineAmounts)[]).every((key) => item[key] === amounts[key])
