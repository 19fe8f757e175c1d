import type { PayloadRequest } from 'payload'

import { ChannelError } from '../domain/errors'
import type { OrderLineInput } from '../domain/orderInput'
import { priceLine, requirePrice, type LineAmounts } from '../domain/pricing'
import type { Partner, Product } from '../payload-types'
import { loadPrices, type PricedProduct } from './loadPrices'

export type PricedLine = {
  input: OrderLineInput
  product: Product
  price: PricedProduct['price']
  amounts: LineAmounts
}

/**
 * The lines of an order at the partner's prices.
 * @throws UNKNOWN_PRODUCT or PRICE_UNAVAILABLE naming `items.N.sku` or `items.N.licenseType`
 */
export const priceLines = async (
  req: PayloadRequest,
  partner: Partner,
  inputs: OrderLineInput[],
  now: Date,
): Promise<PricedLine[]> => {
  if (inputs.length === 0) return []
  const skus = [...new Set(inputs.map(({ sku }) => sku))]
  const offered = await loadPrices(req, partner, now, skus)
  return inputs.map((input, index) => {
    const offers = offered.filter(({ product }) => product.sku === input.sku)
    if (!offers[0]) throw new ChannelError('UNKNOWN_PRODUCT', { path: `items.${index}.sku` })
    const prices = offers.map(({ price }) => price)
    const price = requirePrice(prices, input.licenseType, `items.${index}.licenseType`)
    return { input, product: offers[0].product, price, amounts: priceLine(price, input) }
  })
}
