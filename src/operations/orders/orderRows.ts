import type { PayloadRequest } from 'payload'

import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { tooManyLicenses } from '../../domain/orders/orderMachine'
import { orderTotals, type OrderTotals } from '../../domain/pricing/pricing'
import type { Order, Partner } from '../../payload-types'
import type { PricedLine } from '../pricing/priceLines'
import { productSnapshot } from '../products/productOfLine'
import { licensesOf } from '../../domain/products/licensesOf'

/**
 * What the lines make of their order.
 * @throws TOO_MANY_LICENSES naming `items`
 */
export const summarize = (
  lines: PricedLine[],
  maxLicenses: number,
): OrderTotals & { licenseCount: number } => {
  const licenseCount = lines.reduce(
    (count, { product, input }) => count + licensesOf(product, input.quantity),
    0,
  )
  const fault = tooManyLicenses(licenseCount, maxLicenses)
  if (fault) throw new ChannelError(fault.code, fault)
  return { ...orderTotals(lines.map(({ amounts }) => amounts)), licenseCount }
}

/** A line as it is stored: its order's, with a snapshot of the price, and of what made it. */
export const itemRow = (
  line: PricedLine,
  position: number,
  order: Pick<Order, 'customer' | 'id'>,
  partner: Partner,
) => ({
  order: order.id,
  position,
  partner: partner.id,
  customer: idOf(order.customer),
  product: line.product.id,
  ...productSnapshot(line.product),
  licenseType: line.input.licenseType,
  quantity: line.input.quantity,
  durationYears: line.input.durationYears,
  endUserName: line.input.endUserName,
  endUserEmail: line.input.endUserEmail ?? null,
  currency: partner.currency,
  ...line.amounts,
  listPrice: line.price.listPrice,
  priceListItem: line.price.id,
  tier: idOf(partner.tier),
})

/** The lines of an order as they are written in bulk. */
export const itemRows = (
  { payload }: Pick<PayloadRequest, 'payload'>,
  order: Pick<Order, 'customer' | 'id'>,
  lines: PricedLine[],
  partner: Partner,
  now: Date,
): NewRow[] => {
  const at = now.toISOString()
  return lines.map((line, position) => ({
    id: newId(payload),
    ...itemRow(line, position, order, partner),
    createdAt: at,
    updatedAt: at,
  }))
}
