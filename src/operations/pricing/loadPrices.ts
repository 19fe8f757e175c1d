import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readLinkedRows } from '../../database/readLinkedRows'
import { idOf, type Id } from '../../domain/idOf'
import {
  resolvePrices,
  type BuyerFacts,
  type PriceListFacts,
  type PriceRowFacts,
  type ProductPrice,
} from '../../domain/pricing/priceBook'
import type { Partner, PriceList, PriceListItem, Product } from '../../payload-types'

export type PricedProduct = { product: Product; price: ProductPrice }

/**
 * What a partner may order, at its prices: active products with a price in its currency. Reads as
 * the system, because partners have no grant on price lists; it gives nothing of other partners.
 * @param only these, by ID or by SKU; absent = all
 */
export const loadPrices = async (
  req: PayloadRequest,
  partner: Partner,
  now: Date,
  only?: { products: Id[]; skus: string[] },
): Promise<PricedProduct[]> => {
  const slugs = slugsOf(req.payload)
  const rows = await readLinkedRows<LinkedPrice>(
    req,
    slugs.priceListItems,
    {
      and: [
        { 'product.active': { equals: true } },
        ...(only ? [oneOf(only)] : []),
        { 'priceList.active': { equals: true } },
        { 'priceList.currency': { equals: partner.currency } },
        forNobodyElse('priceList.tier', idOf(partner.tier)),
        forNobodyElse('priceList.partner', partner.id),
      ],
    },
    { priceList: slugs.priceLists, product: slugs.products },
    'product.sku',
  )
  const lists = new Map(rows.map(({ priceList }) => [priceList.id, listFacts(priceList)]))
  const products = new Map(rows.map(({ product }) => [product.id as number | string, product]))
  const facts = rows.map(rowFacts)
  return resolvePrices([...lists.values()], facts, buyerFacts(partner), now).map((price) => ({
    price,
    product: products.get(price.product) as Product,
  }))
}

const oneOf = ({ products, skus }: { products: Id[]; skus: string[] }): Where => ({
  or: [
    ...(products.length > 0 ? [{ 'product.id': { in: products } }] : []),
    ...(skus.length > 0 ? [{ 'product.sku': { in: skus } }] : []),
  ],
})

type LinkedPrice = PriceListItem & { priceList: PriceList; product: Product }

const forNobodyElse = (path: string, id: null | number | string): Where => ({
  or: [{ [path]: { exists: false } }, ...(id === null ? [] : [{ [path]: { equals: id } }])],
})

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
