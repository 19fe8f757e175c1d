import { z } from 'zod'

import { licenseTypes } from '../../src/domain/products/licenseTypes'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { loadPrices } from '../../src/operations/pricing/loadPrices'
import { requirePartner } from '../../src/operations/partners/requirePartner'

const amount = z.number().int()

export const getPriceList = defineEndpoint({
  method: 'get',
  path: '/v1/partners/price-list',
  tag: 'Partners',
  summary: 'What the partner may order, at its own prices in minor units of its currency',
  caller: 'user',
  response: z.object({
    currency: z.string(),
    items: z.array(
      z.object({
        product: z.object({
          id: z.string(),
          sku: z.string(),
          name: z.string(),
          productType: z.string(),
        }),
        licenseType: z.enum(licenseTypes),
        unitPrice: amount,
        listPrice: amount,
        discountBps: amount,
        taxRateBps: amount,
        breaks: z.array(z.object({ minQuantity: amount, unitPrice: amount })),
      }),
    ),
  }),
  errors: ['UNAUTHENTICATED', 'FORBIDDEN'],
  handler: async ({ req, now }) => {
    const partner = await requirePartner(req)
    const items = (await loadPrices(req, partner, now)).map(({ price, product }) => ({
      product: {
        id: String(product.id),
        sku: product.sku,
        name: product.name,
        productType: product.productType,
      },
      licenseType: price.licenseType,
      unitPrice: price.unitPrice,
      listPrice: price.listPrice,
      discountBps: price.discountBps,
      taxRateBps: price.taxRateBps,
      breaks: price.breaks,
    }))
    return { body: { currency: partner.currency, items } }
  },
})
