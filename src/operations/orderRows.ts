import type { OrderTotals } from '../domain/pricing'
import { orderTotals } from '../domain/pricing'
import { ChannelError } from '../domain/errors'
import { idOf } from '../domain/idOf'
import type { Order, Partner, Product } from '../payload-types'
import type { PricedLine } from './priceLines'

/** How many licenses a line leads to, by the product's setting. */
export const licensesOf = (product: Pick<Product, 'issuing'>, quantity: number): number =>
  product.issuing === 'seat_count' ? 1 : quantity

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
  if (licenseCount > maxLicenses)
    throw new ChannelError('TOO_MANY_LICENSES', {
      message: `The order asks for ${licenseCount} licenses; one order may have ${maxLicenses}.`,
      path: 'items',
    })
  return { ...orderTotals(lines.map(({ amounts }) => amounts)), licenseCount }
}

/** A line as it is stored: with a snapshot of the price, and of what made it. */
export const itemRow = (line: PricedLine, position: number, partner: Partner) => ({
  position,
  partner: partner.id,
  product: line.product.id,
  sku: line.product.sku,
  productName: line.product.name,
  licenseType: line.input.licenseType,
  quantity: line.input.quantity,
  durationYears: line.input.durationYears,
  endUserName: line.input.endUserName,
  endUserEmail: line.input.endUserEmail ?? null,
  ...line.amounts,
  listPrice: line.price.listPrice,
  priceListItem: line.price.id,
  tier: idOf(partner.tier),
})

export const insertedItems = (
  order: { id: Order['id'] },
  lines: PricedLine[],
  partner: Partner,
  at: string,
) =>
  lines.map((line, position) => ({
    order: order.id,
    ...itemRow(line, position, partner),
    createdAt: at,
    updatedAt: at,
  }))
