import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { hasTransactions } from '../../../src/database/hasTransactions'
import { startCompany, type Company, type Json, type Person } from '../../support/fixtures'

let company: Company
let ids: Record<string, string>

beforeAll(async () => {
  company = await startCompany()
  ids = Object.fromEntries(Object.entries(company.ids).map(([name, id]) => [name, String(id)]))
})
afterAll(() => company?.stop())

const body = (changes: object = {}) => ({
  sku: 'PRO-TEAM',
  licenseType: 'subscription',
  customer: { id: ids.acme },
  durationYears: 2,
  ...changes,
})

const send = async (data: object, person: Person = 'sales', headers = {}) =>
  (await company.as(person)).post('/api/v1/licenses', data, headers)

const counts = async (): Promise<number[]> => {
  const admin = await company.as('admin')
  const kinds = ['licenses', 'customers', 'purchases', 'deployments']
  return Promise.all(kinds.map(async (kind) => (await admin.get(`/api/v1/${kind}`)).body.totalDocs))
}

/** Without transactions a new customer stays, and the license where only its deployment failed. */
const proveUndone = async (before: number[]): Promise<void> => {
  if (hasTransactions(company.payload)) expect(await counts()).toEqual(before)
}

describe('POST /v1/licenses', () => {
  it('creates the license with its customer, what was paid, and its deployment, at once', async () => {
    const { body: made, status } = await send(
      body({
        customer: { name: 'Fabrikam', email: 'it@fabrikam.test', region: 'emea' },
        partner: ids.alpha,
        seats: 3,
        purchase: { amount: 123_400, currency: 'EUR' },
        deployment: {
          environment: 'production',
          scheduledAt: '2027-01-04T09:00:00+01:00',
          assign: 'auto',
        },
      }),
    )
    expect([status, made.errors]).toEqual([201, undefined])
    const { deployment, license, purchase } = made
    expect(license).toMatchObject({
      licenseId: expect.stringMatching(/^PRO-\d{6}-\d{6}$/),
      state: 'created',
      productType: 'professional',
      partner: ids.alpha,
      seats: 3,
      limits: { workspaces: 30, users: 150 },
    })
    const years = new Date(license.expiresAt).getUTCFullYear()
    expect(years - new Date(license.startsAt).getUTCFullYear()).toBe(2)
    expect(purchase).toMatchObject({
      type: 'new',
      license: license.id,
      amount: 123_400,
      currency: 'EUR',
      workspacesAfter: 30,
      usersAfter: 150,
      expiresAfter: license.expiresAt,
    })
    expect(deployment).toMatchObject({
      license: license.id,
      state: 'scheduled',
      engineer: ids.erin,
      scheduledAt: '2027-01-04T08:00:00.000Z',
      region: 'emea',
    })
    const sales = await company.as('sales')
    const { body: read } = await sales.get(`/api/v1/customers/${license.customer}`)
    expect(read.customer).toMatchObject({ name: 'Fabrikam', partner: ids.alpha, region: 'emea' })
    const { body: purchases } = await sales.get(
      `/api/v1/purchases?where[license][equals]=${license.id}`,
    )
    expect(purchases.docs).toEqual([purchase])
  })

  it('finds the partner’s customer by its name, however it is written', async () => {
    const first = await send(body({ customer: { name: 'Tailspin Toys' } }))
    const before = await counts()
    const second = await send(body({ customer: { name: ' tailspin  TOYS ' } }))
    expect(second.body.license.customer).toBe(first.body.license.customer)
    expect((await counts())[1]).toBe(before[1])
  })

  it.each<[string, object, Json]>([
    ['perpetual', { licenseType: 'perpetual' }, { expiresAt: null }],
    ['limits', { limits: { users: 7 } }, { limits: { workspaces: 10, users: 7 } }],
    ['product', { sku: undefined, product: 'team' }, { productType: 'professional' }],
  ])('takes %s as asked', async (_what, changes, expected) => {
    const named = 'product' in changes ? { ...changes, product: ids.team } : changes
    const { body: made, status } = await send(body(named))
    expect([status, made.license]).toEqual([201, expect.objectContaining(expected)])
    expect(made.deployment).toBeNull()
  })

  it.each<[object, number, string, string | undefined]>([
    [{ sku: 'NO-SUCH' }, 422, 'UNKNOWN_PRODUCT', 'sku'],
    [{ sku: 'OLD-ONE' }, 422, 'UNKNOWN_PRODUCT', 'sku'],
    [{ sku: undefined }, 422, 'INVALID_INPUT', 'sku'],
    [{ product: 'x' }, 422, 'INVALID_INPUT', 'sku'],
    [{ licenseType: 'rental' }, 422, 'INVALID_INPUT', 'licenseType'],
    [{ customer: { id: 'nobody' } }, 422, 'INVALID_INPUT', 'customer'],
    [{ customer: {} }, 422, 'INVALID_INPUT', 'customer'],
    [{ partner: 'nobody' }, 422, 'INVALID_INPUT', 'partner'],
    [{ durationYears: 0 }, 422, 'INVALID_INPUT', 'durationYears'],
    [{ limits: { users: -1 } }, 422, 'INVALID_INPUT', 'limits.users'],
    [{ limits: { gigabytes: 1 } }, 422, 'INVALID_INPUT', 'limits.gigabytes'],
    [{ licenseId: 'PRO-202611-000001' }, 422, 'INVALID_INPUT', 'licenseId'],
    [{ state: 'deployed' }, 422, 'INVALID_INPUT', 'state'],
    [{ purchase: { amount: 1.5, currency: 'USD' } }, 422, 'INVALID_INPUT', 'purchase.amount'],
    [{ purchase: { amount: 1, currency: 'XXX' } }, 422, 'INVALID_INPUT', 'purchase.currency'],
    [{ deployment: { scheduledAt: 'soon' } }, 422, 'INVALID_INPUT', 'deployment.scheduledAt'],
  ])('refuses %j and leaves nothing behind', async (changes, status, code, path) => {
    const before = await counts()
    const answer = await send(body({ customer: { name: 'Never Made' }, ...changes }))
    expect([answer.status, answer.body.errors?.[0]]).toEqual([
      status,
      expect.objectContaining({ code, path }),
    ])
    await proveUndone(before)
  })

  it('leaves nothing behind when its deployment can’t be scheduled', async () => {
    const before = await counts()
    const { body: answer, status } = await send(
      body({
        customer: { name: 'Half Made' },
        deployment: { scheduledAt: '2027-01-04T09:00:00Z', engineer: ids.acme },
      }),
    )
    expect([status, answer.errors[0].path]).toEqual([422, 'engineer'])
    await proveUndone(before)
  })

  it('is for staff', async () => {
    for (const person of ['partner', 'customer', 'engineer', 'stray'] as const)
      expect([person, (await send(body(), person)).status]).toEqual([person, 403])
    expect((await company.anybody.post('/api/v1/licenses', body())).status).toBe(401)
  })
})

describe('Idempotency-Key', () => {
  const key = (name: string) => ({ 'Idempotency-Key': name })
  const whole = () =>
    body({
      customer: { name: 'Once Ltd' },
      deployment: { scheduledAt: '2027-01-04T09:00:00Z' },
    })

  it('makes one license of a request that is sent twice', async () => {
    const first = await send(whole(), 'sales', key('twice'))
    const before = await counts()
    const second = await send(whole(), 'sales', key('twice'))
    expect([second.status, second.body]).toEqual([201, first.body])
    expect(await counts()).toEqual(before)
  })

  it('makes one license of a request that is sent eight times at once', async () => {
    const before = await counts()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        send(body({ customer: { name: 'Eight Ltd' } }), 'sales', key('eight')),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ body: { license } }) => license.id)).size).toBe(1)
    const [licenses = 0, customers = 0, purchases = 0] = before
    expect((await counts()).slice(0, 3)).toEqual([licenses + 1, customers + 1, purchases + 1])
  })

  it('refuses another body, but not another user', async () => {
    await send(body(), 'sales', key('other'))
    const { body: answer, status } = await send(body({ seats: 2 }), 'sales', key('other'))
    expect([status, answer.errors[0].code]).toEqual([409, 'IDEMPOTENCY_CONFLICT'])
    expect((await send(body({ seats: 2 }), 'admin', key('other'))).status).toBe(201)
  })
})

describe('GET /v1/licenses/preview-id', () => {
  const at = (sku: string) => `/api/v1/licenses/preview-id?sku=${sku}`

  it('tells the ID that the next license gets, and keeps it for nobody', async () => {
    const sales = await company.as('sales')
    const { body: told } = await sales.get(at('ENT-SUITE'))
    expect(told).toEqual((await sales.get(at('ENT-SUITE'))).body)
    const { body: made } = await send(body({ sku: 'ENT-SUITE' }))
    expect(made.license.licenseId).toBe(told.licenseId)
    const next = (await sales.get(at('ENT-SUITE'))).body.licenseId
    expect(Number(next.slice(-6))).toBe(Number(told.licenseId.slice(-6)) + 1)
  })

  it('refuses an unknown product, and who may not create licenses', async () => {
    const unknown = await (await company.as('sales')).get(at('NO-SUCH'))
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([422, 'UNKNOWN_PRODUCT'])
    expect((await (await company.as('partner')).get(at('ENT-SUITE'))).status).toBe(403)
  })
})
