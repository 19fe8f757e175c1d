import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { readRows } from '../database/readRows'
import { idOf } from '../domain/idOf'
import {
  resolvePrices,
  type BuyerFacts,
  type PriceListFacts,
  type PriceRowFacts,
  type ProductPrice,
} from '../domain/priceBook'
import type { Partner, PriceList, PriceListItem, Product } from '../payload-types'

export type PricedProduct = { product: Product; price: ProductPrice }

/**
 * What a partner may order, at its prices: active products with a price in its currency. Reads as
 * the system, because partners have no grant on price lists; it gives nothing of other partners.
 * @param skus only these; absent = all
 */
export const loadPrices = async (
  req: PayloadRequest,
  partner: Partner,
  now: Date,
  skus?: string[],
): Promise<PricedProduct[]> => {
  const slugs = slugsOf(req.payload)
  const [products, lists] = await Promise.all([
    readRows<Product>(req, slugs.products, {
      active: { equals: true },
      ...(skus && { sku: { in: skus } }),
    }),
    readRows<PriceList>(req, slugs.priceLists, {
      active: { equals: true },
      currency: { equals: partner.currency },
    }),
  ])
  const rows = await readRows<PriceListItem>(req, slugs.priceListItems, {
    priceList: { in: lists.map(({ id }) => id) },
    product: { in: products.map(({ id }) => id) },
  })
  const prices = resolvePrices(lists.map(listFacts), rows.map(rowFacts), buyerFacts(partner), now)
  const byId = new Map(products.map((product) => [product.id as number | string, product]))
  return prices.map((price) => ({ price, product: byId.get(price.product) as Product }))
}

const buyerFacts = (partner: Partner): BuyerFacts => ({
  id: partner.id,
  tier: idOf(partner.tier),
  taxRateBps: partner.taxRateBps ?? null,
})

const listFacts = (list: PriceList): PriceListFacts => ({
  id: list.id,
  tier: idOf(list.tier),
  partner: idOf(list.partner),
  taxRateBps: list.taxRateBps,
  validFrom: list.validFrom ?? null,
  validTo: list.validTo ?? null,
})

const rowFacts = (row: PriceListItem): PriceRowFacts => ({
  id: row.id,
  priceList: idOf(row.priceList) as number | string,
  product: idOf(row.product) as number | string,
  licenseType: row.licenseType,
  unitPrice: row.unitPrice,
  discountBps: row.discountBps ?? 0,
  taxRateBps: row.taxRateBps ?? null,
  breaks: (row.breaks ?? []) as PriceRowFacts['breaks'],
})
