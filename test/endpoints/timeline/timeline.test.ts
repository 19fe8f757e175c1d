import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'

import { moveLicense } from '../../../src/operations/licenses/moveLicense'
import { client, startCompany, type Company, type Json, type Person } from '../../support/fixtures'
import { buy, issueLicense, storedLicense } from '../../support/licenseOf'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(async () => {
  jest.useRealTimers()
  await company?.stop()
})

/** Only the calendar moves on: whatever waits, waits in real time. */
const travelTo = (at: Date | string): void => {
  jest.useFakeTimers({
    now: new Date(at),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  })
}

/** Whoever logged in years ago has to do it again. */
const asOfNow = async (person: Person) => client(company.url, await company.logIn(person))

const year = new Date().getUTCFullYear()
const dayOf = (years: number, monthAndDay: string, time = '09:00') =>
  `${year + years}-${monthAndDay}T${time}:00.000Z`

/** The events, or the status of a refusal. */
const timelineOf = async (id: string, person: Person = 'sales'): Promise<Json> => {
  const { body, status } = await (await asOfNow(person)).get(`/api/v1/licenses/${id}/timeline`)
  return status === 200 ? body.events : status
}

/** A license's life, of which every step is taken through the API on its own day. */
const live = async (): Promise<Json> => {
  travelTo(dayOf(1, '02-01'))
  const license = await issueLicense(
    { ...company, as: asOfNow },
    { sku: 'PRO-TEAM', durationYears: 1, endUserName: 'Acme' },
  )
  await deploy(license.licenseId)
  await report(license.licenseId)
  const purchases: [string, object][] = [
    [dayOf(1, '06-01'), { type: 'expansion', limits: { users: 25 }, note: 'Ten more desks' }],
    [dayOf(1, '12-01'), { type: 'renewal', durationYears: 1 }],
    [dayOf(2, '03-01'), { type: 'upgrade', sku: 'ENT-SUITE' }],
  ]
  for (const [at, purchase] of purchases) await buyAt(at, license.licenseId, purchase)
  travelTo(dayOf(3, '02-02'))
  const req = await createLocalReq({}, company.payload)
  await moveLicense(req, license.id, 'expire', {}, new Date())
  await buyAt(dayOf(3, '05-01'), license.licenseId, { type: 'renewal', durationYears: 2 })
  travelTo(dayOf(3, '07-01'))
  const sales = await asOfNow('sales')
  const end = { reason: 'Closed down' }
  await sales.post(`/api/v1/licenses/${license.licenseId}/terminate`, end)
  return license
}

const deploy = async (license: string): Promise<void> => {
  travelTo(dayOf(1, '02-03'))
  const sales = await asOfNow('sales')
  const { body } = await sales.post('/api/v1/deployments', {
    license,
    environment: 'production',
    scheduledAt: dayOf(1, '02-05'),
    engineer: String(company.ids.erin),
    internalNotes: 'keys-secret',
  })
  travelTo(dayOf(1, '02-05'))
  const { id } = body.deployment
  await (await asOfNow('engineer')).post(`/api/v1/deployments/${id}/start`, {})
  travelTo(dayOf(1, '02-05', '15:00'))
  const done = await (await asOfNow('engineer')).post(`/api/v1/deployments/${id}/complete`, {})
  expect(done.status).toBe(200)
}

const report = async (license: string): Promise<void> => {
  travelTo(dayOf(1, '02-06'))
  const sales = await asOfNow('sales')
  const { body } = await sales.post(`/api/v1/licenses/${license}/usage-key`, {})
  const send = async (at: string, users: number) => {
    travelTo(at)
    const headers = { authorization: `License ${body.key}` }
    const usage = { workspaces: 3, users }
    return (await company.anybody.post(`/api/v1/licenses/${license}/usage`, usage, headers)).status
  }
  expect([
    await send(dayOf(1, '02-07'), 20),
    await send(dayOf(1, '02-19'), 24),
    await send(dayOf(1, '03-04'), 45),
  ]).toEqual([202, 202, 202])
}

const buyAt = async (at: string, license: string, purchase: object): Promise<void> => {
  travelTo(at)
  expect((await buy({ ...company, as: asOfNow }, license, purchase)).status).toBe(201)
}

describe('GET /v1/licenses/{licenseId}/timeline', () => {
  let license: Json
  let events: Json[]

  beforeAll(async () => {
    license = await live()
    events = await timelineOf(license.licenseId)
  })

  it('tells a whole life in order, from the order to the end', async () => {
    const told = events
      .filter(({ kind }) => kind !== 'change')
      .map(
        ({ at, kind, title }) =>
          `${Number(at.slice(0, 4)) - year} ${at.slice(5, 10)} ${kind}: ${title}`,
      )
    const [order] = events
    expect(told).toEqual([
      `1 02-01 ordered: ${order.title}`,
      '1 02-01 created: License created',
      '1 02-01 purchase: Bought: Team',
      '1 02-03 deployment: Deployment scheduled: production',
      '1 02-05 deployment: Deployment started: production',
      '1 02-05 deployment: Deployment completed: production',
      '1 02-05 state: Deployed',
      '1 02-07 usage: First usage report',
      '1 02-07 state: In use',
      `1 02-19 usage: Peak usage of ${year + 1}-02`,
      `1 03-04 usage: Peak usage of ${year + 1}-03`,
      '1 06-01 purchase: Expanded',
      '1 12-01 purchase: Renewed, years: 1',
      '1 12-01 state: Renewed',
      '2 03-01 purchase: Upgraded to Enterprise Suite',
      '3 02-01 expiry: Reached its expiry',
      '3 02-02 state: Expired',
      '3 05-01 purchase: Renewed, years: 2',
      '3 05-01 state: Renewed',
      '3 07-01 state: Terminated',
      '5 05-01 expiry: Expires',
    ])
    expect(order.title).toMatch(/^Ordered as PO-\d{6}-\d{6}$/)
    expect((await storedLicense(company, license.id)).state).toBe('terminated')
  })

  it('says in figures what each purchase changed, and how much of the limits was used', () => {
    const [, expansion, , upgrade] = events.filter(({ kind }) => kind === 'purchase')
    expect(expansion).toMatchObject({
      note: 'Ten more desks',
      figures: {
        limits: { before: { workspaces: 10, users: 50 }, after: { workspaces: 10, users: 75 } },
        amount: 10_000,
        currency: 'USD',
      },
    })
    expect(upgrade.figures.limits.after).toEqual({ workspaces: 50, users: 500 })
    const peak = events.find(({ at, kind }) => kind === 'usage' && at.slice(5, 7) === '03')
    expect(peak.figures).toMatchObject({
      usage: { workspaces: 3, users: 45 },
      shareBps: { workspaces: 3_000, users: 9_000 },
    })
    expect(events.at(-2)).toMatchObject({ title: 'Terminated', note: 'Closed down' })
  })

  it('shows each reader what it may know: no prices to the customer, no internal notes to anybody', async () => {
    const byKind = (list: Json[]) => [...new Set(list.map(({ kind }) => kind))].sort()
    const seen: Partial<Record<Person, Json>> = {}
    for (const who of ['partner', 'customer', 'engineer'] as const)
      seen[who] = await timelineOf(license.id, who)
    const shared = ['created', 'deployment', 'expiry', 'ordered', 'purchase', 'state', 'usage']
    expect(byKind(seen.partner)).toEqual(shared)
    expect(byKind(seen.customer)).toEqual(shared.filter((kind) => kind !== 'ordered'))
    expect(byKind(seen.engineer)).toEqual(['created', 'deployment', 'expiry', 'state'])
    const amounts = (list: Json[]) =>
      list.filter(({ kind }) => kind === 'purchase').map(({ figures }) => figures.amount)
    expect(amounts(seen.partner)).toContain(10_000)
    expect(new Set(amounts(seen.customer))).toEqual(new Set([null]))
    const reasons = (list: Json[]) => list.map(({ note }) => note).filter(Boolean)
    expect(reasons(seen.customer)).toContain('Closed down')
    expect(reasons(seen.engineer)).toEqual([])
    expect(JSON.stringify([events, seen])).not.toContain('secret')
  })

  it('is not found by who may not know of the license', async () => {
    expect(await timelineOf(license.licenseId, 'rival')).toBe(404)
    expect(await timelineOf('ENT-202001-000001')).toBe(404)
    expect((await company.anybody.get(`/api/v1/licenses/${license.id}/timeline`)).status).toBe(401)
  })
})
