import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startCompany, type Client, type Company, type Json } from '../../support/fixtures'
import { buy, storedLicense, yearsAfter } from '../../support/licenseOf'
import { allOf } from '../../support/proveWhole'

let company: Company
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const wanted = (changes: object = {}): Json => ({
  product: company.ids.team,
  licenseType: 'subscription',
  customer: company.ids.acme,
  ...changes,
})
const make = (changes: object = {}) => sales.post('/api/licenses?depth=0', wanted(changes))

describe('a license that is made as a document', () => {
  it('ends after a year like any subscription, unless it says otherwise', async () => {
    const { body } = await make({ startsAt: '2026-02-01T00:00:00.000Z' })
    const { expiresAt, id, startsAt } = body.doc
    expect([startsAt, expiresAt]).toEqual(['2026-02-01T00:00:00.000Z', yearsAfter(startsAt, 1)])
    const renewed = await buy(company, id, { type: 'renewal', basis: 'from_expiry' })
    expect(renewed.body.license.expiresAt).toBe(yearsAfter(startsAt, 2))
    const own = await make({ expiresAt: '2031-01-01T00:00:00.000Z' })
    expect(own.body.doc.expiresAt).toBe('2031-01-01T00:00:00.000Z')
    expect((await make({ licenseType: 'perpetual' })).body.doc.expiresAt ?? null).toBeNull()
  })

  it('is refused with terms that no license can have, naming the field, and is not made', async () => {
    const before = (await allOf(company.payload, 'licenses')).length
    const cases: [string, object][] = [
      ['INVALID_INPUT limits.users', { limits: { workspaces: 1, users: 2 ** 53 - 1 } }],
      ['INVALID_INPUT seats', { seats: 2 ** 40 }],
      [
        'INVALID_INPUT expiresAt',
        { startsAt: '2027-01-01T00:00:00.000Z', expiresAt: '2026-01-01T00:00:00.000Z' },
      ],
      ['INVALID_INPUT expiresAt', { expiresAt: '9999-12-31T00:00:00.000Z' }],
      [
        'INVALID_INPUT expiresAt',
        { licenseType: 'perpetual', expiresAt: '2030-01-01T00:00:00.000Z' },
      ],
      ['INVALID_INPUT startsAt', { startsAt: 'soon' }],
      ['UNKNOWN_PRODUCT product', { product: company.ids.retired }],
    ]
    for (const [expected, changes] of cases) {
      const { body, status } = await make(changes)
      const { code, path } = body.errors?.[0] ?? {}
      expect([changes, status, `${code} ${path}`]).toEqual([changes, 422, expected])
    }
    expect(await allOf(company.payload, 'licenses')).toHaveLength(before)
  })

  it('is held to the same through GraphQL', async () => {
    const { customer, product } = wanted()
    const create = (terms: string) =>
      sales.post('/api/graphql', {
        query: `mutation { createLicense(data: { product: "${product}", customer: "${customer}", seats: 1,
          licenseType: subscription, state: created, limits: { workspaces: 1, users: 1 } ${terms} }) { id } }`,
      })
    const { body } = await create('startsAt: "2026-02-01T00:00:00.000Z"')
    const { expiresAt } = await storedLicense(company, body.data.createLicense.id)
    expect(new Date(expiresAt).toISOString()).toBe('2027-02-01T00:00:00.000Z')
    const refused = await create(
      'startsAt: "2027-01-01T00:00:00.000Z", expiresAt: "2026-01-01T00:00:00.000Z"',
    )
    expect(JSON.stringify(refused.body.errors)).toContain('expiresAt')
  })

  it('may be anything for the system itself, which takes over what is there', async () => {
    const { payload } = company
    const data = wanted({ product: company.ids.retired, expiresAt: '2020-01-01T00:00:00.000Z' })
    const { id } = await payload.create({ collection: 'licenses', data, depth: 0 })
    expect((await storedLicense(company, String(id))).expiresAt).toContain('2020')
  })
})
