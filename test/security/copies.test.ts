import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { formatNames } from 'payload'

import { defaultSlugs, type SlugKey } from '../../src/slugs'
import { startCompany, type Company, type Json, type Person } from '../support/fixtures'

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

  const graphql = async (who: Person, query: string): Promise<Json> =>
    (await (await company.as(who)).post('/api/graphql', { query })).body
  const nameOf = (key: string): string =>
    formatNames(defaultSlugs[key as SlugKey]).singular.replaceAll(' ', '')
  const idType = () => (company.payload.db.defaultIDType === 'number' ? 'Int' : 'String')

  it.each(Object.entries(table))(
    'of one of %s can be made over GraphQL as by REST: %s',
    async (key, may) => {
      const query = '{ __schema { mutationType { fields { name } } } }'
      const { data } = await graphql('admin', query)
      const names: string[] = data.__schema.mutationType.fields.map(({ name }: Json) => name)
      const has = (verb: string) => names.includes(`${verb}${nameOf(key)}`)
      // That of another would prove nothing.
      expect([has('delete'), has('duplicate')]).toEqual([true, may])
    },
  )

  /** What the mutation wants to have, as each copy of these is told apart from its original. */
  const copies: [key: SlugKey, original: string, data: Json][] = [
    ['tiers', 'silver', { name: 'Silver of old', level: 1 }],
    [
      'products',
      'retired',
      {
        sku: 'OLD-TWO',
        name: 'Old',
        productType: 'addon',
        licensePrefix: 'OLD',
        issuing: 'per_unit',
        overagePolicy: 'none',
      },
    ],
    ['priceLists', 'silverUsd', { name: 'Silver of old', currency: 'USD', taxRateBps: 0 }],
  ]
  const duplicate = async (person: Person, [key, original, data]: (typeof copies)[number]) => {
    const name = nameOf(key)
    const variables = { id: company.ids[original], data }
    const query = `mutation($id: ${idType()}!, $data: mutation${name}Input!) {
      duplicate${name}(id: $id, data: $data) { id } }`
    const answer = await (await company.as(person)).post('/api/graphql', { query, variables })
    const { data: made, errors } = answer.body
    return { id: made?.[`duplicate${name}`]?.id, code: errors?.[0]?.extensions.code }
  }

  it.each(copies)(
    'of one of %s is made over GraphQL by whom REST lets make it, and by nobody else',
    async (...copy) => {
      const [key, original, data] = copy
      const slug = defaultSlugs[key]
      const forget = (id: unknown) =>
        company.payload.db.deleteOne({ collection: slug, where: { id: { equals: id as string } } })
      for (const person of ['admin', 'sales', 'engineer', 'partner', 'customer'] as const) {
        const path = `/api/${slug}/${String(company.ids[original])}/duplicate`
        const rest = await (await company.as(person)).post(path, data)
        if (rest.status < 300) await forget(rest.body.doc.id)
        const { code, id } = await duplicate(person, copy)
        expect([person, id !== undefined]).toEqual([person, rest.status < 300])
        expect(person !== 'admin' || id !== undefined).toBe(true)
        if (id !== undefined) await forget(id)
        else expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code)
      }
    },
  )

  it('of a price list is a rival of its original over GraphQL, too, as long as it is active', async () => {
    const [, , [key, original, data]] = copies as [never, never, (typeof copies)[number]]
    const active = await duplicate('admin', [
      key,
      original,
      { ...data, active: true, tier: company.ids.silver },
    ])
    expect(active).toEqual({ id: undefined, code: 'INVALID_INPUT' })
    const { id } = await duplicate('admin', [key, original, data])
    const { body } = await (await company.as('admin')).get(`/api/price-lists/${id}?depth=0`)
    expect(body).toMatchObject({ active: false, tier: company.ids.silver })
  })
})
