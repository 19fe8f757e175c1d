import type { PayloadRequest } from 'payload'

import { ChannelError } from '../../domain/errors'
import type { Id } from '../../domain/idOf'
import type { OrderLineInput } from '../../domain/pricing/orderLineInput'
import { priceLine, requirePrice, type LineAmounts } from '../../domain/pricing/pricing'
import type { Partner, Product } from '../../payload-types'
import { loadPrices, type PricedProduct } from './loadPrices'

export type PricedLine = {
  input: OrderLineInput
  product: Product
  price: PricedProduct['price']
  amounts: LineAmounts
}

/**
 * The lines of an order at the partner's prices.
 * @throws UNKNOWN_PRODUCT or PRICE_UNAVAILABLE naming `items.N.sku` (or `product`) or `items.N.licenseType`
 */
export const priceLines = async (
  req: PayloadRequest,
  partner: Partner,
  inputs: OrderLineInput[],
  now: Date,
): Promise<PricedLine[]> => {
  if (inputs.length === 0) return []
  const offered = await loadPrices(req, partner, now, askedFor(req, inputs))
  return inputs.map((input, index) => {
    const offers = offered.filter(({ product }) => isAskedFor(product, input))
    const path = `items.${index}.${input.sku === undefined ? 'product' : 'sku'}`
    if (!offers[0]) throw new ChannelError('UNKNOWN_PRODUCT', { path })
    const prices = offers.map(({ price }) => price)
    const price = requirePrice(prices, input.licenseType, `items.${index}.licenseType`)
    return { input, product: offers[0].product, price, amounts: priceLine(price, input) }
  })
}

const askedFor = ({ payload }: PayloadRequest, inputs: OrderLineInput[]) => {
  const stored = (id: Id): Id => (payload.db.defaultIDType === 'number' ? Number(id) : id)
  const products = inputs.flatMap(({ product }) => (product === undefined ? [] : stored(product)))
  const skus = inputs.flatMap(({ product, sku }) => (product === undefined ? (sku ?? []) : []))
  return { products: [...new Set(products)], skus: [...new Set(skus)] }
}

/** IDs are text on the wire, whatever they are in the database. */
const isAskedFor = ({ id, sku }: Product, asked: OrderLineInput): boolean =>
  asked.product === undefined ? sku === asked.sku : String(id) === String(asked.product)
