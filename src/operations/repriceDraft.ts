import type { PayloadRequest } from 'payload'

import type { OrderLineInput } from '../domain/orderInput'
import type { LineAmounts } from '../domain/pricing'
import type { Order, OrderItem, Partner } from '../payload-types'
import type { OrderWithItems } from './placeOrder'
import { priceLines } from './priceLines'
import { saveDraft } from './saveDraft'

/**
 * Brings a draft to the prices of today, so that nobody submits at those of the day it was begun.
 * Writes only where an amount differs.
 * @throws the errors of `priceLines`, e.g. for a product that is no longer sold
 */
export const repriceDraft = async (
  req: PayloadRequest,
  order: Order,
  partner: Partner,
  items: OrderItem[],
  now: Date,
): Promise<OrderWithItems> => {
  const inputs = items.map(inputOf)
  const lines = await priceLines(req, partner, inputs, now)
  if (lines.every(({ amounts }, index) => isPricedSo(items[index]!, amounts)))
    return { order, items, partner }
  const { agreementAcknowledged, notes } = order
  const input = {
    items: inputs,
    agreementAcknowledged: agreementAcknowledged ?? false,
    notes: notes ?? undefined,
    submit: false,
  }
  return saveDraft(req, order, partner, input, now)
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
