import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { defaultSlugs, type SlugKey } from '../../src/slugs'
import { startCompany, type Company } from '../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company?.stop())

/** Of every collection, whether a document of it may be copied. */
const table: Partial<Record<SlugKey, boolean>> = {
  users: false,
  partners: false,
  tiers: true,
  products: true,
  priceLists: true,
  priceListItems: false,
  customers: false,
  salesReps: false,
  engineers: false,
  orders: false,
  orderItems: false,
  licenses: false,
  purchases: false,
  deployments: false,
  usageReports: false,
  usageDays: false,
  alerts: false,
  changeLogs: false,
  notifications: false,
  events: false,
  mails: false,
  jobRuns: false,
  counters: false,
  rateWindows: false,
}

describe('a copy', () => {
  it.each(Object.entries(table))('of one of %s can be made: %s', (key, may) => {
    const { config } = company.payload.collections[defaultSlugs[key as SlugKey] as 'users']
    const routes = (config.endpoints || []).map(({ path }) => path)
    expect([config.disableDuplicate ?? false, routes.includes('/:id/duplicate')]).toEqual([
      !may,
      may,
    ])
  })

  it('of an order, a license or a line is made by nobody, through REST and the Local API', async () => {
    const admin = await company.as('admin')
    const partner = await company.as('partner')
    const body = {
      agreementAcknowledged: true,
      items: [
        {
          sku: 'ENT-SUITE',
          licenseType: 'subscription',
          quantity: 1,
          durationYears: 1,
          endUserName: 'A',
        },
      ],
    }
    const { id } = (await partner.post('/api/v1/partners/orders', body)).body.order
    const [license] = (await admin.post(`/api/v1/orders/${id}/approve`, {})).body.licenses
    for (const path of [`orders/${id}`, `licenses/${license.id}`])
      for (const who of [admin, partner])
        expect((await who.post(`/api/${path}/duplicate`, {})).status).toBeGreaterThanOrEqual(400)
    await expect(company.payload.duplicate({ collection: 'orders', id })).rejects.toBeDefined()
    const { totalDocs } = await company.payload.count({ collection: 'licenses' })
    expect(totalDocs).toBe(1)
  })
})
