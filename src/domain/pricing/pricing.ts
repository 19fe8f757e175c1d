import type { LicenseType } from '../products/licenseTypes'

import { ChannelError } from '../errors'
import { chargedYears } from '../products/licenseTypes'
import { multiply, shareOf, sum, type BasisPoints, type Money } from '../money/money'

/** From `minQuantity` units on, each costs `unitPrice` minor units. */
export type QuantityBreak = { minQuantity: number; unitPrice: Money }

/** A price-list row as it holds for one partner. */
export type Price = {
  id: number | string
  licenseType: LicenseType
  /** For each unit (and year, if charged by year), in minor units. */
  unitPrice: Money
  /** What the product costs without a price list. */
  listPrice: Money
  discountBps: BasisPoints
  taxRateBps: BasisPoints
  breaks: QuantityBreak[]
}

export type LineInput = { quantity: number; durationYears: number }

/** All amounts in minor units. `total = subtotal − discount + tax`. */
export type LineAmounts = {
  unitPrice: Money
  subtotal: Money
  discount: Money
  taxRateBps: BasisPoints
  tax: Money
  total: Money
}

export type OrderTotals = { subtotal: Money; discountTotal: Money; taxTotal: Money; total: Money }

/** The price for a unit at this quantity: the highest break that is reached. */
export const unitPriceAt = (price: Pick<Price, 'breaks' | 'unitPrice'>, quantity: number): Money =>
  price.breaks.reduce(
    (best, row) => (quantity >= row.minQuantity && row.minQuantity > best.minQuantity ? row : best),
    { minQuantity: 0, unitPrice: price.unitPrice },
  ).unitPrice

/** A line's amounts; tax is rounded half-up once, so that totals always add up. */
export const priceLine = (price: Price, line: LineInput): LineAmounts => {
  const unitPrice = unitPriceAt(price, line.quantity)
  const years = chargedYears(price.licenseType, line.durationYears)
  const subtotal = multiply(unitPrice, line.quantity, years)
  const discount = shareOf(subtotal, price.discountBps)
  const tax = shareOf(subtotal - discount, price.taxRateBps)
  const { taxRateBps } = price
  return { unitPrice, subtotal, discount, taxRateBps, tax, total: sum([subtotal - discount, tax]) }
}

/** Sums of the lines; an empty order costs zero. */
export const orderTotals = (
  lines: Pick<LineAmounts, 'discount' | 'subtotal' | 'tax' | 'total'>[],
): OrderTotals => ({
  subtotal: sum(lines.map((line) => line.subtotal)),
  discountTotal: sum(lines.map((line) => line.discount)),
  taxTotal: sum(lines.map((line) => line.tax)),
  total: sum(lines.map((line) => line.total)),
})

/**
 * The one price of a product and license type, never zero by default.
 * @throws PRICE_UNAVAILABLE naming `path`
 */
export const requirePrice = <P extends Pick<Price, 'licenseType'>>(
  prices: P[],
  licenseType: LicenseType,
  path?: string,
): P => {
  const price = prices.find((row) => row.licenseType === licenseType)
  if (!price) throw new ChannelError('PRICE_UNAVAILABLE', path === undefined ? {} : { path })
  return price
}
