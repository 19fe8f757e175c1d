import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { readProducts } from '../../../src/operations/alerts/alertFacts'
import { resolveAlerts } from '../../../src/operations/alerts/resolveAlerts'
import { scanAlerts, scanExpiry, scanExpiryByRule } from '../../../src/operations/alerts/scanAlerts'
import { scanAlertsOfUsage } from '../../../src/operations/alerts/scanAlertsOfUsage'
import { startCompany, type Company } from '../../support/fixtures'
import { addLicenses, alertsOf, inDays, iso, NOW, summaryOf } from './alertFixture'

let company: Company

const update = (id: string, data: object) =>
  company.payload.db.updateOne({ collection: 'licenses', id, data: data as never })
const only = async (changes: object): Promise<string> =>
  (await addLicenses(company, changes))[0] as string
const scan = (now = NOW) => scanAlerts(company.payload, now)
const resolve = (now = NOW) => resolveAlerts(company.payload, now)
const summary = (license: string) => summaryOf(company.payload, license)

beforeAll(async () => {
  company = await startCompany()
})
beforeEach(async () => {
  for (const collection of ['alerts', 'usage-days', 'licenses'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
})
afterAll(() => company.stop())

describe('scanAlerts', () => {
  it('raises one alert for each cause, and none again, whoever scans how often', async () => {
    const causes = [
      { expiresAt: iso(85) },
      { expiresAt: iso(25) },
      { state: 'expired', expiresAt: iso(-3) },
      { usage: { workspaces: 11, users: 101, reportedAt: iso(-1) } },
      { usage: { workspaces: 1, users: 1, reportedAt: iso(-45) } },
      {},
      { state: 'terminated', expiresAt: iso(5) },
    ]
    const ids = await addLicenses(company, ...causes)
    await Promise.all([scan(), scan(), scan()])
    await scan()
    await scan(inDays(1))
    expect(await Promise.all(ids.map(summary))).toEqual([
      ['expiring open 90'],
      ['expiring open 30'],
      ['expired open'],
      ['over_users open', 'over_workspaces open'],
      ['inactive open'],
      [],
      [],
    ])
  })

  it('says whom an alert concerns, what it is about and the figures behind it', async () => {
    const license = await only({ usage: { workspaces: 1, users: 120, reportedAt: iso(-1) } })
    await scan()
    const [alert] = await alertsOf(company.payload)
    expect(alert).toMatchObject({
      license,
      title: expect.stringMatching(/^ENT-202603-\d{6} uses 120 users of 100$/),
      severity: 'critical',
      customer: company.ids.acme,
      partner: company.ids.alpha,
      figures: { used: 120, limit: 100 },
      raisedAt: NOW.toISOString(),
    })
  })

  it('raises the nearest threshold only after a downtime, and the next ones as they come', async () => {
    const license = await only({
      state: 'created',
      usage: {},
      deployedAt: null,
      expiresAt: iso(100),
    })
    await scan()
    expect(await summary(license)).toEqual([])
    await scan(inDays(45))
    expect(await summary(license)).toEqual(['expiring open 60'])
    await scan(inDays(75))
    await resolve(inDays(75))
    expect(await summary(license)).toEqual(['expiring open 30', 'expiring resolved 60'])
  })

  it('is armed anew by a renewal', async () => {
    const license = await only({ expiresAt: iso(20) })
    await scan()
    await update(license, { state: 'renewed', expiresAt: iso(385) })
    await scan()
    await resolve()
    expect(await summary(license)).toEqual(['expiring resolved 30'])
    await scan(inDays(360))
    const states = (await summary(license)).filter((one) => one.startsWith('expiring')).sort()
    expect(states).toEqual(['expiring open 30', 'expiring resolved 30'])
  })

  it('takes another expiry for another cause, be it as near as the one before', async () => {
    const license = await only({ expiresAt: iso(20) })
    await scan()
    await update(license, { expiresAt: iso(22), updatedAt: iso(1) })
    await scan(inDays(1))
    await resolve(inDays(1))
    expect(await alertsOf(company.payload)).toMatchObject([
      { state: 'resolved', figures: { expiresAt: iso(20) } },
      { state: 'open', figures: { expiresAt: iso(22) } },
    ])
  })

  it.each<[string, string, object, object]>([
    ['a renewal is undone', 'expiring', { expiresAt: iso(20) }, { expiresAt: iso(385) }],
    ['a suspension is over', 'expiring', { expiresAt: iso(20) }, { state: 'suspended' }],
    [
      'a late renewal is undone',
      'expired',
      { state: 'expired', expiresAt: iso(-3) },
      { state: 'renewed', expiresAt: iso(362) },
    ],
    [
      'a silent license is resumed',
      'inactive',
      { usage: { workspaces: 1, users: 1, reportedAt: iso(-45) } },
      { state: 'suspended' },
    ],
  ])('opens an alert again when %s: %s', async (_what, kind, before, between) => {
    const license = await only({ state: 'in_use', ...before })
    await scan()
    const [alert] = await alertsOf(company.payload)
    await update(license, between)
    await resolve(inDays(1))
    expect(await alertsOf(company.payload)).toMatchObject([{ state: 'resolved' }])
    const { ids } = company
    await update(license, { state: 'in_use', ...before, partner: ids.beta, customer: ids.bolt })
    await Promise.all([scan(inDays(2)), scan(inDays(2)), scan(inDays(2))])
    expect(await scan(inDays(3))).toEqual({ expiring: 0, expired: 0, over: 0, inactive: 0 })
    await resolve(inDays(3))
    const opened = {
      ...{ id: alert?.id, alertKey: alert?.alertKey, figures: alert?.figures, kind },
      ...{ state: 'open', raisedAt: inDays(2).toISOString(), handledAt: null },
      ...{ partner: ids.beta, customer: ids.bolt },
    }
    const alerts = await alertsOf(company.payload)
    expect(alerts).toMatchObject([opened])
  })

  it('leaves to itself what somebody has taken care of', async () => {
    await only({ expiresAt: iso(20) })
    await scan()
    const data = { state: 'acknowledged' as const }
    await company.payload.db.updateMany({ collection: 'alerts', where: {}, data })
    expect(await scan(inDays(1))).toEqual({ expiring: 0, expired: 0, over: 0, inactive: 0 })
    expect(await alertsOf(company.payload)).toMatchObject([data])
  })

  it('knows the thresholds and the overage of a product', async () => {
    const { ids, payload } = company
    const own = { expiryAlertDays: '200, 10', overagePolicy: 'x1_5' as const }
    await payload.update({ collection: 'products', id: ids.team as string, data: own })
    const over = { workspaces: 15, users: 50, reportedAt: iso(-1) }
    const [far, between, near, used] = await addLicenses(
      company,
      { product: ids.team, expiresAt: iso(150) },
      { product: ids.team, expiresAt: iso(25) },
      { product: ids.team, expiresAt: iso(9) },
      { product: ids.team, usage: over },
    )
    await scan()
    expect(await summary(far as string)).toEqual(['expiring open 200'])
    expect(await summary(between as string)).toEqual(['expiring open 200'])
    expect(await summary(near as string)).toEqual(['expiring open 10'])
    expect(await summary(used as string)).toEqual([])
    await update(used as string, { usage: { ...over, workspaces: 16 } })
    await scan()
    expect(await summary(used as string)).toEqual(['over_workspaces open'])
    const none = { expiryAlertDays: null, overagePolicy: 'none' as const }
    await payload.update({ collection: 'products', id: ids.team as string, data: none })
  })

  it('raises over a limit again only after it was resolved', async () => {
    const license = await only({ usage: { workspaces: 1, users: 101, reportedAt: iso(-1) } })
    await scan()
    await update(license, { usage: { workspaces: 1, users: 140, reportedAt: iso(1) } })
    await scan(inDays(1))
    await resolve(inDays(1))
    expect(await summary(license)).toEqual(['over_users open'])
    await update(license, { usage: { workspaces: 1, users: 99, reportedAt: iso(2) } })
    await scan(inDays(2))
    await resolve(inDays(2))
    expect(await summary(license)).toEqual(['over_users resolved'])
    await update(license, { usage: { workspaces: 1, users: 102, reportedAt: iso(3) } })
    await Promise.all([scan(inDays(3)), scan(inDays(3))])
    await resolve(inDays(3))
    expect(await summary(license)).toEqual(['over_users resolved', 'over_users open'])
  })

  it('judges by the peak of a day, however little is used when it scans', async () => {
    const usage = { workspaces: 1, users: 5, reportedAt: iso(0.5) }
    const [noon, before, fine] = (await addLicenses(
      company,
      ...[{ usage }, { usage }, { usage }],
    )) as [string, string, string]
    const day = (license: string, on: string, users: number) =>
      company.payload.db.create({
        collection: 'usage-days',
        data: { license, day: on, workspaces: 1, users, reports: 2, dayKey: `${license}:${on}` },
      })
    const today = iso(0).slice(0, 10)
    await day(noon, today, 500)
    await day(before, iso(-2).slice(0, 10), 500)
    await day(fine, today, 100)
    const night = inDays(0.6)
    expect((await scan(night)).over).toBe(1)
    await resolve(night)
    expect(await summary(noon)).toEqual(['over_users open'])
    const [alert] = await alertsOf(company.payload)
    expect(alert?.figures).toMatchObject({ used: 500, limit: 100, day: today })
    expect([await summary(before), await summary(fine)]).toEqual([[], []])
    await Promise.all([scan(inDays(1)), scan(inDays(1))])
    await resolve(inDays(1))
    expect(await summary(noon)).toEqual(['over_users open'])
    // Two days after it is told; who uses too much again is told of anew.
    await resolve(inDays(2))
    expect(await summary(noon)).toEqual(['over_users resolved'])
  })

  it('takes silence for inactivity once, until the license reports and falls silent again', async () => {
    const license = await only({ usage: { workspaces: 1, users: 1, reportedAt: iso(-31) } })
    const undeployed = await only({ state: 'renewed', usage: {}, deployedAt: null })
    const silent = await only({ state: 'deployed', usage: {}, deployedAt: iso(-31) })
    await scan()
    await scan(inDays(10))
    expect(await summary(license)).toEqual(['inactive open'])
    expect(await summary(undeployed)).toEqual([])
    expect(await summary(silent)).toEqual(['inactive open'])
    await update(license, { usage: { workspaces: 1, users: 1, reportedAt: iso(11) } })
    await resolve(inDays(11))
    expect(await summary(license)).toEqual(['inactive resolved'])
    await scan(inDays(42))
    expect(await summary(license)).toEqual(['inactive resolved', 'inactive open'])
  })

  it('finds in the database what the rules find license by license', async () => {
    const { ids, payload } = company
    await payload.update({
      collection: 'products',
      id: ids.team as string,
      data: { expiryAlertDays: '120, 45' },
    })
    const dates = Array.from({ length: 60 }, (_, index) => ({
      expiresAt: iso(index * 3 - 20),
      state: ['in_use', 'expired', 'created', 'suspended'][index % 4],
      product: index % 3 ? ids.suite : ids.team,
    }))
    await addLicenses(company, ...dates)
    const req = await createLocalReq({}, payload)
    const looked = async () => {}
    const run = { req, products: await readProducts(req), now: NOW, looked }
    const shown = async () =>
      (await alertsOf(payload)).map(({ createdAt: _c, id: _i, updatedAt: _u, ...alert }) =>
        Object.fromEntries(Object.entries(alert).filter(([, value]) => value !== null)),
      )
    const counts = await scanExpiry(run)
    const found = await shown()
    expect(found.length).toBeGreaterThan(15)
    await payload.db.deleteMany({ collection: 'alerts', where: {} })
    expect(await scanExpiryByRule(run)).toEqual(counts)
    expect(await shown()).toEqual(found)
    expect(await scanExpiry(run)).toEqual({ expiring: 0, expired: 0 })
    for (const again of [scanExpiry, scanExpiryByRule]) {
      const data = { state: 'resolved' as const, raisedAt: iso(-1) }
      await payload.db.updateMany({ collection: 'alerts', where: {}, data })
      expect(await again(run)).toEqual(counts)
      expect(await shown()).toEqual(found)
    }
    expect(new Set((await alertsOf(payload)).map(({ id }) => id)).size).toBe(found.length)
    await payload.update({
      collection: 'products',
      id: ids.team as string,
      data: { expiryAlertDays: null },
    })
  })
})

describe('scanAlertsOfUsage', () => {
  const day = (license: string, daysAgo: number, users: number) => {
    const on = iso(-daysAgo).slice(0, 10)
    const data = { license, day: on, workspaces: 5, users, reports: 1, dayKey: `${license}:${on}` }
    return company.payload.db.create({ collection: 'usage-days', data })
  }
  const judge = (now = NOW) => scanAlertsOfUsage(company.payload, now)

  it('raises what stands out from the license’s own history, once, with its figures', async () => {
    const [odd, even, fresh] = (await addLicenses(company, {}, {}, {})) as [string, string, string]
    for (let ago = 1; ago <= 20; ago += 1) {
      await day(odd, ago, ago === 1 ? 300 : 100 + (ago % 3))
      await day(even, ago, 100 + (ago % 3))
      if (ago < 10) await day(fresh, ago, ago === 1 ? 300 : 100)
    }
    // Today is not over yet.
    await day(even, 0, 900)
    await Promise.all([judge(), judge()])
    await judge()
    expect(await summary(odd)).toEqual(['irregular_usage open'])
    expect(await summary(even)).toEqual([])
    expect(await summary(fresh)).toEqual([])
    const [alert] = await alertsOf(company.payload)
    expect(alert?.figures).toMatchObject({ value: 300, median: 101, window: 19, day: '2026-02-28' })
  })

  it('is resolved by an ordinary day after it', async () => {
    const license = await only({})
    for (let ago = 1; ago <= 20; ago += 1) await day(license, ago, ago === 1 ? 300 : 100)
    await judge()
    await resolve()
    expect(await summary(license)).toEqual(['irregular_usage open'])
    await day(license, 0, 101)
    await resolve(inDays(1))
    expect(await summary(license)).toEqual(['irregular_usage resolved'])
  })

  it.each(['open', 'acknowledged', 'snoozed'] as const)(
    'raises one alert for a change that lasts, while it is %s, and another for the next change',
    async (state) => {
      const license = await only({})
      const level = (today: number) => (today < 0 ? 100 : today < 40 ? 300 : 900)
      for (let ago = 1; ago <= 45; ago += 1) await day(license, ago, level(-ago))
      for (let today = 0; today < 40; today += 1) {
        await day(license, -today, level(today))
        await update(license, { usage: { workspaces: 5, users: 300, reportedAt: iso(today) } })
        await judge(inDays(today + 1))
        if (today === 0)
          await company.payload.db.updateMany({ collection: 'alerts', where: {}, data: { state } })
        await resolve(inDays(today + 1))
        if (today === 15) expect(await summary(license)).toEqual([`irregular_usage ${state}`])
      }
      expect(await summary(license)).toEqual(['irregular_usage resolved'])
      await day(license, -40, level(40))
      await judge(inDays(41))
      expect(await summary(license)).toEqual(['irregular_usage resolved', 'irregular_usage open'])
    },
  )

  it('goes on where an attempt before it ended', async () => {
    const ids = (await addLicenses(company, {}, {})) as [string, string]
    for (const id of ids)
      for (let ago = 1; ago <= 20; ago += 1) await day(id, ago, ago === 1 ? 300 : 100)
    const { docs } = await company.payload.find({ collection: 'licenses', sort: 'licenseId' })
    const cursors: unknown[] = []
    const report = async (...[, , cursor]: unknown[]) => void cursors.push(cursor)
    const cursor = docs[0]?.licenseId as string
    expect(await scanAlertsOfUsage(company.payload, NOW, { cursor, report })).toEqual({
      irregular: 1,
    })
    expect(cursors).toEqual([docs[1]?.licenseId])
  })
})
