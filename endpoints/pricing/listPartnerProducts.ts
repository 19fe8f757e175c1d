import { z } from 'zod'

import { licenseTypes } from '../../src/domain/products/licenseTypes'
import { limitsOf } from '../../src/domain/products/limitsOf'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { loadPrices } from '../../src/operations/pricing/loadPrices'
import { requirePartner } from '../../src/operations/partners/requirePartner'

export const listPartnerProducts = defineEndpoint({
  method: 'get',
  path: '/v1/partners/products',
  tag: 'Partners',
  summary: 'The products that the partner may order',
  caller: 'user',
  response: z.object({
    docs: z.array(
      z.object({
        id: z.string(),
        sku: z.string(),
        name: z.string(),
        description: z.string().nullable(),
        productType: z.string(),
        licenseTypes: z.array(z.enum(licenseTypes)),
        limits: z.object({ workspaces: z.number().int(), users: z.number().int() }),
      }),
    ),
    totalDocs: z.number().int(),
  }),
  errors: ['UNAUTHENTICATED', 'FORBIDDEN'],
  handler: async ({ req, now }) => {
    const offers = await loadPrices(req, await requirePartner(req), now)
    const products = new Map(offers.map(({ product }) => [product.id, product]))
    const docs = [...products.values()].map((product) => ({
      id: String(product.id),
      sku: product.sku,
      name: product.name,
      description: product.description ?? null,
      productType: product.productType,
      licenseTypes: offers
        .filter((offer) => offer.product.id === product.id)
        .map(({ price }) => price.licenseType),
      limits: limitsOf(product, 1),
    }))
    return { body: { docs, totalDocs: docs.length } }
  },
})
