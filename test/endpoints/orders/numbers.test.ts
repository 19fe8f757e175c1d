import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { seriesOf } from '../../../src/domain/numbers'
import {
  line,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company
let admin: Client
let partner: Client

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  partner = await company.as('partner')
})
afterAll(() => company?.stop())

const LAST = 999_999

/** Moves a series of this month to where the next number follows `value`. */
const advance = async (prefix: string, value: number): Promise<string> => {
  const series = seriesOf(prefix, new Date())
  const where = { series: { equals: series } }
  const { db } = company.payload
  const [counter] = await allOf(company.payload, 'counters', where)
  if (counter) await db.updateOne({ collection: 'counters', id: counter.id, data: { value } })
  else await db.create({ collection: 'counters', data: { series, value } })
  return series
}

const place = async (changes: object = {}): Promise<Json> =>
  (await partner.post('/api/v1/partners/orders', order(changes))).body.order

const gql = async (who: Client, query: string): Promise<Json> =>
  (await who.post('/api/graphql', { query })).body

describe('order numbers', () => {
  let series: string
  let placed: Json

  beforeAll(async () => {
    series = await advance('PO', LAST - 1)
    await place()
    placed = await place({ items: [line({ quantity: 1 })] })
  })

  it('go on past six digits, through every door and for many at once', async () => {
    expect(placed.orderNumber).toBe(`${series}-1000000`)
    const made = await Promise.all([
      place(),
      place({ submit: false }),
      partner.post('/api/orders', {}).then(({ body }) => body.doc),
    ])
    const numbers = made.map(({ orderNumber }) => orderNumber).sort()
    expect(numbers).toEqual([1_000_001, 1_000_002, 1_000_003].map((n) => `${series}-${n}`))
  })

  it('of seven digits are found, whole, in part and in lower case, by REST, GraphQL and v1', async () => {
    const small = placed.orderNumber.toLowerCase()
    const found = async (path: string) =>
      (await partner.get(path)).body.docs.map(({ orderNumber }: Json) => orderNumber)
    for (const [operator, text] of [
      ['equals', placed.orderNumber],
      ['equals', small],
      ['in', small],
      ['like', '-1000000'],
    ])
      for (const path of ['/api/orders', '/api/v1/partners/orders'])
        expect([operator, await found(`${path}?where[orderNumber][${operator}]=${text}`)]).toEqual([
          operator,
          [placed.orderNumber],
        ])
    const { data } = await gql(
      partner,
      `{ Orders(where: { orderNumber: { equals: "${small}" } }) { docs { orderNumber } } }`,
    )
    expect(data.Orders.docs).toEqual([{ orderNumber: placed.orderNumber }])
    const one = await partner.get(`/api/v1/partners/orders/${placed.id}`)
    expect(one.body.order.orderNumber).toBe(placed.orderNumber)
  })

  it('of seven digits come after those of six where the newest are first', async () => {
    for (const path of ['/api/orders', '/api/v1/partners/orders']) {
      const { body } = await partner.get(`${path}?limit=100`)
      const numbers: string[] = body.docs.map(({ orderNumber }: Json) => orderNumber)
      expect(numbers.indexOf(`${series}-${LAST}`)).toBe(numbers.length - 1)
    }
  })

  it('of seven digits are approved, told and logged as any other', async () => {
    const approved = await admin.post(`/api/v1/orders/${placed.id}/approve`, {})
    expect([approved.status, approved.body.licenses.length]).toEqual([200, 1])
    const where = { documentId: { equals: String(placed.id) }, type: { equals: 'order.approved' } }
    const [event] = await allOf(company.payload, 'events', where)
    expect(event.data.orderNumber).toBe(placed.orderNumber)
  })
})

describe('license IDs', () => {
  const written = async () =>
    Promise.all(
      ['licenses', 'purchases', 'events', 'change-logs'].map(
        async (collection) => (await allOf(company.payload, collection)).length,
      ),
    )

  it('end at 999,999 a month: the next one is refused through every door, and nothing is written', async () => {
    const series = await advance('PRO', LAST - 1)
    const own = { sku: 'PRO-TEAM', licenseType: 'subscription', durationYears: 1 }
    const create = () =>
      admin.post('/api/v1/licenses', { ...own, customer: { id: String(company.ids.acme) } })
    expect((await create()).body.license.licenseId).toBe(`${series}-${LAST}`)
    const { id } = await place({ items: [line({ ...own, quantity: 1, endUserName: 'Acme' })] })
    const before = await written()
    const row = {
      product: company.ids.team,
      licenseType: 'subscription',
      customer: company.ids.acme,
    }
    const answers = [
      await create(),
      await admin.post('/api/licenses', row),
      await admin.post(`/api/v1/orders/${id}/approve`, {}),
    ]
    for (const { body, status } of answers)
      expect([status, body.errors[0].code, body.errors[0].message]).toEqual([
        409,
        'NUMBERS_EXHAUSTED',
        'All numbers of this month are used.',
      ])
    const { errors } = await gql(
      admin,
      `mutation { createLicense(data: { product: "${row.product}", licenseType: subscription, customer: "${row.customer}",
        state: created, seats: 1, limits: { workspaces: 1, users: 1 } }) { id } }`,
    )
    expect(errors[0].extensions.code).toBe('NUMBERS_EXHAUSTED')
    expect(await written()).toEqual(before)
    const [order] = await allOf(company.payload, 'orders', { id: { equals: id } })
    expect(order.state).toBe('pending_review')
    const [counter] = await allOf(company.payload, 'counters', { series: { equals: series } })
    expect(counter.value).toBe(LAST)
  })
})
