import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import type { LicenseType } from '../../domain/products/licenseTypes'
import { demoCurrencies, demoProducts, demoTiers } from './demoCatalog'

type Id = number | string

/** The document that meets the condition, created where there is none; what is there stays. */
export const upsert = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  data: object,
): Promise<T & { id: Id }> =>
  ((await readRow<T>(req, collection, where)) ??
    (await req.payload.create({
      collection,
      data: data as never,
      depth: 0,
      // The system sets the demo up; there is nobody yet to act as.
      overrideAccess: true,
      req,
    }))) as unknown as T & { id: Id }

/** Tiers, products, and a price list for each tier and currency. Returns the tiers' IDs by name. */
export const seedCatalog = async (req: PayloadRequest): Promise<Map<string, Id>> => {
  const slugs = slugsOf(req.payload)
  const tiers = new Map<string, Id>()
  for (const { shareOfList: _share, ...tier } of demoTiers) {
    const { id } = await upsert(req, slugs.tiers, { name: { equals: tier.name } }, tier)
    tiers.set(tier.name, id)
  }
  const products = new Map<string, Id>()
  for (const { prices: _prices, ...product } of demoProducts) {
    const { id } = await upsert(req, slugs.products, { sku: { equals: product.sku } }, product)
    products.set(product.sku, id)
  }
  for (const { currency, rate, taxRateBps } of demoCurrencies)
    for (const tier of [null, ...demoTiers]) {
      const name = `${tier?.name ?? 'List'} ${currency}`
      const list = {
        name,
        currency,
        taxRateBps,
        tier: tier && tiers.get(tier.name),
        // A list without dates may be there already, for the same buyers.
        validFrom: '2020-01-01T00:00:00.000Z',
      }
      const { id } = await upsert(req, slugs.priceLists, { name: { equals: name } }, list)
      await seedPrices(req, id, products, rate * (tier?.shareOfList ?? 1), tier !== null)
    }
  return tiers
}

const seedPrices = async (
  req: PayloadRequest,
  priceList: Id,
  products: Map<string, Id>,
  factor: number,
  withBreaks: boolean,
): Promise<void> => {
  for (const { prices, sku } of demoProducts)
    for (const [licenseType, listPrice] of Object.entries(prices) as [LicenseType, number][]) {
      const product = products.get(sku)
      const unitPrice = Math.round(listPrice * factor)
      const where = {
        priceList: { equals: priceList },
        product: { equals: product },
        licenseType: { equals: licenseType },
      }
      await upsert(req, slugsOf(req.payload).priceListItems, where, {
        priceList,
        product,
        licenseType,
        unitPrice,
        breaks: withBreaks && unitPrice > 0 ? breaksOf(unitPrice) : null,
      })
    }
}

const breaksOf = (unitPrice: number) => [
  { minQuantity: 10, unitPrice: Math.round(unitPrice * 0.95) },
  { minQuantity: 50, unitPrice: Math.round(unitPrice * 0.9) },
]
