import { getPayload, type Payload } from 'payload'

import { createApp } from '../../src/host/server/createApp'
import { environment } from '../../src/host/environment'
import { hostConfig } from '../../src/host/hostConfig'
import { seedDemo } from '../../src/host/seed/seedDemo'
import { skus, UNIT_PRICE } from './catalog'
import { serve } from './serve'

/** The benchmark's products, on the price list of the demo partner that orders them. */
const seedCatalog = async (payload: Payload): Promise<void> => {
  const where = { name: { equals: 'Gold USD' } }
  const { docs } = await payload.find({ collection: 'price-lists', where, depth: 0 })
  for (const sku of skus) {
    const product = await payload.create({
      collection: 'products',
      data: { sku, name: sku, productType: 'addon', licensePrefix: 'BEN', issuing: 'per_unit' },
    })
    await payload.create({
      collection: 'price-list-items',
      data: {
        priceList: docs[0]?.id as string,
        product: product.id,
        licenseType: 'subscription',
        unitPrice: UNIT_PRICE,
      },
    })
  }
}

const settings = environment()
const payload = await getPayload({ config: await hostConfig(settings) })
await seedDemo(payload, { password: settings.demoPassword })
await seedCatalog(payload)
serve(createApp({ payload }))
