import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { resolveAlerts } from '../../../src/operations/alerts/resolveAlerts'
import { scanAlerts } from '../../../src/operations/alerts/scanAlerts'
import { wakeAlerts } from '../../../src/operations/alerts/wakeAlerts'
import { startCompany, type Company } from '../../support/fixtures'
import { allOf, proveChains } from '../../support/proveWhole'
import { addLicenses, DAY } from '../../operations/alerts/alertFixture'

let company: Company
let alert: string

const soon = () => new Date(Date.now() + DAY).toISOString()
const post = async (
  person: 'admin' | 'customer' | 'engineer' | 'partner' | 'rival' | 'sales',
  action: string,
  body = {},
) => (await company.as(person)).post(`/api/v1/alerts/${alert}/${action}`, body)
const stateOf = async () => (await allOf(company.payload, 'alerts'))[0].state

beforeAll(async () => {
  company = await startCompany()
})
beforeEach(async () => {
  for (const collection of ['alerts', 'purchases', 'licenses'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 20 * DAY).toISOString()
  await addLicenses(company, { expiresAt, usage: {}, deployedAt: null })
  await scanAlerts(company.payload, now)
  alert = (await allOf(company.payload, 'alerts'))[0].id
})
afterAll(() => company.stop())

describe('POST /v1/alerts/{id}/…', () => {
  it('lets staff acknowledge, reopen and snooze, and logs who did', async () => {
    const { body, status } = await post('sales', 'acknowledge')
    expect(status).toBe(200)
    expect(body.alert).toMatchObject({
      id: String(alert),
      state: 'acknowledged',
      handledBy: String(company.ids.salesUser),
    })
    expect((await post('admin', 'reopen')).body.alert).toMatchObject({
      state: 'open',
      handledBy: null,
      handledAt: null,
    })
    const until = soon()
    expect((await post('sales', 'snooze', { until })).body.alert).toMatchObject({
      state: 'snoozed',
      snoozedUntil: until,
    })
    const log = await allOf(company.payload, 'change-logs', {
      documentId: { equals: String(alert) },
    })
    expect(log.map(({ action, actorName }) => [action, actorName])).toEqual(
      expect.arrayContaining([
        ['acknowledge', 'sales@company.test'],
        ['reopen', 'admin@company.test'],
        ['snooze', 'sales@company.test'],
      ]),
    )
    await proveChains(company.payload)
  })

  it('refuses what its state does not allow, and all but one of several at once', async () => {
    expect((await post('sales', 'reopen')).body.errors[0].code).toBe('ALERT_STATE_CONFLICT')
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('sales', 'acknowledge')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  it.each([
    [{}, 'until'],
    [{ until: 'tomorrow' }, 'until'],
    [{ until: '2020-01-01T00:00:00.000Z' }, 'until'],
    [{ until: '2999-01-01T00:00:00.000Z' }, 'until'],
  ])('snoozes until no such instant: %j', async (body, path) => {
    const { body: answer, status } = await post('sales', 'snooze', body)
    expect([status, answer.errors[0].code, answer.errors[0].path]).toEqual([
      422,
      'INVALID_INPUT',
      path,
    ])
    expect(await stateOf()).toBe('open')
  })

  it('refuses what it does not know, rather than leaving it out', async () => {
    for (const action of ['acknowledge', 'snooze']) {
      const { body, status } = await post('sales', action, { until: soon(), unitl: soon() })
      expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([
        422,
        action === 'snooze' ? ['unitl'] : ['until', 'unitl'],
      ])
    }
    expect(await stateOf()).toBe('open')
  })

  it('opens a snoozed alert again when its time is over, not before', async () => {
    const until = soon()
    await post('sales', 'snooze', { until })
    await wakeAlerts(company.payload, new Date(Date.parse(until) - 1))
    expect(await stateOf()).toBe('snoozed')
    await wakeAlerts(company.payload, new Date(until))
    expect(await stateOf()).toBe('open')
  })

  it('is open again, after a renewal settled it, once the renewal is reversed', async () => {
    const sales = await company.as('sales')
    const [{ id: license }] = await allOf(company.payload, 'licenses')
    const renewal = { type: 'renewal', durationYears: 1, amount: 1_000, currency: 'USD' }
    const { body } = await sales.post('/api/v1/purchases', { license, ...renewal })
    await resolveAlerts(company.payload, new Date())
    expect(await stateOf()).toBe('resolved')
    await sales.post(`/api/v1/purchases/${body.purchase.id}/reverse`, { reason: 'By mistake' })
    await scanAlerts(company.payload, new Date())
    expect(await stateOf()).toBe('open')
    expect((await post('sales', 'acknowledge')).status).toBe(200)
  })

  it.each([
    ['partner', 403],
    ['customer', 403],
    ['rival', 404],
    ['engineer', 404],
  ] as const)('refuses a %s with %d', async (person, status) => {
    expect((await post(person, 'acknowledge')).status).toBe(status)
    expect(await stateOf()).toBe('open')
  })

  it('is the only way: no role writes an alert through REST or GraphQL', async () => {
    const admin = await company.as('admin')
    expect((await admin.patch(`/api/alerts/${alert}`, { state: 'resolved' })).status).toBe(403)
    expect((await admin.delete(`/api/alerts/${alert}`)).status).toBe(403)
    const query = `mutation { updateAlert(id: "${alert}", data: { state: resolved }) { id } }`
    expect((await admin.post('/api/graphql', { query })).body.errors).toHaveLength(1)
    expect(await stateOf()).toBe('open')
  })
})

describe('GET /v1/alerts', () => {
  it('lists to each caller what concerns it', async () => {
    const seen = async (person: 'customer' | 'partner' | 'rival' | 'sales') =>
      (await (await company.as(person)).get('/api/v1/alerts')).body.totalDocs
    expect(await seen('sales')).toBe(1)
    expect(await seen('partner')).toBe(1)
    expect(await seen('customer')).toBe(1)
    expect(await seen('rival')).toBe(0)
    expect((await (await company.as('engineer')).get('/api/v1/alerts')).status).toBe(403)
    expect((await company.anybody.get('/api/v1/alerts')).status).toBe(401)
  })

  it('filters and sorts', async () => {
    const sales = await company.as('sales')
    const none = await sales.get('/api/v1/alerts?where[kind][equals]=expired')
    const one = await sales.get('/api/v1/alerts?where[kind][equals]=expiring&sort=-raisedAt')
    expect([none.body.docs, one.body.docs]).toEqual([
      [],
      [expect.objectContaining({ id: String(alert), thresholdDays: 30, severity: 'warning' })],
    ])
  })
})
