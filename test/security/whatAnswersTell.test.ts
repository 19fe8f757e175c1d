import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { client, startCompany, type Client, type Company, type Json } from '../support/fixtures'

let company: Company
let [customer, partner, sales] = [] as unknown as Client[]

const unknownId = '0194f7b5-0000-7000-8000-00000000dead'

beforeAll(async () => {
  company = await startCompany({}, { RATE_LIMIT_RECOVERY: '2', TRUST_PROXY: 'loopback' })
  customer = await company.as('customer')
  partner = await company.as('partner')
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const codesOf = ({ body, status }: { body: Json; status: number }) => [
  status,
  body.errors?.[0]?.code ?? body.errors?.[0]?.extensions?.code,
]

/** Documents that a customer may not make, each with a link that leads nowhere. */
const linked = {
  customers: { name: 'X', salesRep: unknownId },
  partners: { name: 'X', email: 'x@x.test', tier: unknownId },
  'price-list-items': { priceList: unknownId, licenseType: 'trial', unitPrice: 1 },
  deployments: { license: unknownId, environment: 'production' },
  licenses: { product: unknownId, customer: unknownId },
}

describe('who may not do something at all', () => {
  it.each(Object.entries(linked))(
    'hears just that for %s, before anything is said of what a request names',
    async (slug, data) => {
      expect(codesOf(await customer!.post(`/api/${slug}`, data))).toEqual([403, 'FORBIDDEN'])
      expect(codesOf(await customer!.post(`/api/${slug}`, { nonsense: [] }))[0]).toBe(403)
      const { status } = await customer!.patch(`/api/${slug}/${unknownId}`, data)
      expect([403, 404]).toContain(status)
      const known = await sales!.post(`/api/${slug}`, data)
      // Those who may write hear what is wrong.
      expect([403, 422]).toContain(known.status)
    },
  )

  it('hears it over GraphQL too, and of conditions', async () => {
    const query = `mutation { createCustomer(data: { name: "X", salesRep: "${unknownId}" }) { id } }`
    expect(codesOf(await customer!.post('/api/graphql', { query }))[1]).toBe('FORBIDDEN')
    const path = '/api/price-lists?where[no-such-field][equals]=1'
    expect(codesOf(await customer!.get(path))).toEqual([403, 'FORBIDDEN'])
    expect(codesOf(await sales!.get(path))).toEqual([422, 'INVALID_INPUT'])
  })

  it('learns of no engineer by naming one for a deployment', async () => {
    const { body } = await partner!.post('/api/v1/partners/orders', {
      agreementAcknowledged: true,
      items: [
        {
          sku: 'ENT-SUITE',
          licenseType: 'subscription',
          quantity: 1,
          durationYears: 1,
          endUserName: 'Fabrikam',
        },
      ],
    })
    const issued = await sales!.post(`/api/v1/orders/${body.order.id}/approve`, {})
    const [license] = issued.body.licenses
    const schedule = (engineer: unknown) =>
      partner!.post('/api/v1/deployments', {
        license: license.id,
        scheduledAt: '2027-01-04T09:00:00Z',
        engineer,
      })
    expect(codesOf(await schedule(String(company.ids.erin)))).toEqual([403, 'FORBIDDEN'])
    expect(codesOf(await schedule(unknownId))).toEqual([403, 'FORBIDDEN'])
  })
})

describe('a condition that the parser of queries would drop', () => {
  it.each([
    ['of a name that every object has', 'where[__proto__][equals]=1', 'where.__proto__'],
    ['of another', 'where[and][0][constructor][equals]=1', 'where.and.0.constructor'],
    ['of a third', 'where[toString][like]=x', 'where.toString'],
    [
      'behind a thousand parameters',
      `${'a=1&'.repeat(1_000)}where[name][equals]=x`,
      'where.name.equals',
    ],
  ])('is refused, not taken for none: %s', async (_kind, query, path) => {
    for (const method of ['get', 'delete'] as const) {
      const { body, status } = await partner![method](`/api/orders?${query}`)
      expect([status, body.errors[0]]).toMatchObject([422, { code: 'INVALID_INPUT', path }])
    }
    const { status } = await partner!.get(`/api/v1/partners/orders?${query}`)
    expect(status).toBe(422)
  })
})

describe('a customer', () => {
  it('is not led to the partner that sells to it, by any document or condition', async () => {
    const { acme } = company.ids
    const own = await customer!.get(`/api/customers/${acme}?depth=0`)
    expect([own.status, own.body.name]).toEqual([200, 'Acme'])
    expect(own.body).not.toHaveProperty('partner')
    expect((await customer!.get(`/api/v1/customers/${acme}`)).body.customer.partner).toBeNull()
    const query = '{ Customers { docs { name partner { id } } } }'
    const { body } = await customer!.post('/api/graphql', { query })
    expect(body.data.Customers.docs).toEqual([{ name: 'Acme', partner: null }])
    for (const slug of ['customers', 'licenses', 'usage-days', 'usage-reports', 'alerts']) {
      const path = `/api/${slug}?where[partner][equals]=${company.ids.alpha}`
      expect([slug, (await customer!.get(path)).status]).toEqual([slug, 422])
    }
    expect((await partner!.get(`/api/customers/${acme}?depth=0`)).body.partner).toBe(
      company.ids.alpha,
    )
  })
})

describe('what Payload keeps of migrations', () => {
  it.each(['', '/1', '/count'])('has no route, and says so as any other: %s', async (path) => {
    for (const who of [company.anybody, customer!, await company.as('admin')])
      expect(codesOf(await who.get(`/api/payload-migrations${path}`))).toEqual([404, 'NOT_FOUND'])
  })
})

describe('links that verify an address', () => {
  it('are tried as often by GraphQL as by REST, and no more by both', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' }
    const anybody = client(company.url)
    const query = 'mutation { verifyEmailUser(token: "guess") }'
    const graphql = () => anybody.post('/api/graphql', { query }, from)
    expect((await graphql()).status).toBe(200)
    expect((await anybody.post('/api/users/verify/guess', {}, from)).status).not.toBe(429)
    expect(codesOf(await graphql())).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect((await anybody.post('/api/users/verify/guess', {}, from)).status).toBe(429)
  })
})
