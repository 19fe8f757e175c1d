import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'

import { insertRows } from '../../../src/database/insertRows'
import { newId } from '../../../src/database/newId'
import { activeStates, inactiveStates } from '../../../src/domain/licenses/activeLicenses'
import { licenseStates } from '../../../src/domain/licenses/licenseMachine'
import { orderStates } from '../../../src/domain/orders/orderMachine'
import { startCompany, type Company, type Json, type Person } from '../../support/fixtures'

const DAY = 86_400_000
const now = Date.now()
const inDays = (days: number): string => new Date(now + days * DAY).toISOString()
const day = (text: string): string => text.slice(0, 10)

type Row = Record<string, Json>

let company: Company
/** What is in the database, as plain rows: what the figures are computed from once more here. */
const data: Record<'deployments' | 'licenses' | 'orders' | 'purchases' | 'usageDays', Row[]> = {
  deployments: [],
  licenses: [],
  orders: [],
  purchases: [],
  usageDays: [],
}
let reps: string[]
let engineers: string[]

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 20_261_121 })

const times = { createdAt: inDays(-400), updatedAt: inDays(-400) }

const insert = async (key: keyof typeof data, slug: string, rows: Row[]): Promise<Row[]> => {
  const { payload } = company
  const req = { payload } as PayloadRequest
  const filled = rows.map((row) => ({ id: newId(payload), ...times, ...row }))
  data[key] = (await insertRows(req, slug as 'licenses', filled)).map((row) => ({
    ...row,
    id: String(row.id),
  }))
  return data[key]
}

const addLicenses = async (): Promise<void> => {
  const { ids } = company
  const usage = fc.record({
    workspaces: fc.integer({ min: 0, max: 40 }),
    users: fc.integer({ min: 0, max: 400 }),
    reportedAt: fc.constant(inDays(-1)),
  })
  const rows = sample(
    fc.record({
      state: fc.constantFrom(...licenseStates),
      product: fc.constantFrom(
        { id: ids.suite, productType: 'enterprise' },
        { id: ids.team, productType: 'professional' },
        { id: ids.seats, productType: 'addon' },
      ),
      side: fc.constantFrom(
        { customer: ids.acme, partner: ids.alpha },
        { customer: ids.bolt, partner: ids.beta },
        { customer: ids.bolt, partner: null },
      ),
      salesRep: fc.constantFrom(null, ...reps),
      limits: fc.record({
        workspaces: fc.integer({ min: 0, max: 30 }),
        users: fc.integer({ min: 0, max: 300 }),
      }),
      usage: fc.oneof(usage, fc.constant({ workspaces: null, users: null, reportedAt: null })),
      // Half days, so that none lies on a border.
      expiresIn: fc.option(fc.integer({ min: -500, max: 500 }).map((days) => days + 0.5)),
    }),
    240,
  )
  await insert(
    'licenses',
    'licenses',
    rows.map(({ expiresIn, product, side, ...row }, index) => ({
      ...row,
      ...side,
      product: product.id,
      productType: product.productType,
      licenseType: 'subscription',
      licenseId: `TST-202001-${String(index + 1).padStart(6, '0')}`,
      issueKey: `stats:${index}`,
      seats: 1,
      revision: 0,
      startsAt: inDays(-600),
      expiresAt: expiresIn === null ? null : inDays(expiresIn),
    })),
  )
}

const addPurchases = async (): Promise<void> => {
  const rows = sample(
    fc.record({
      license: fc.constantFrom(...data.licenses),
      type: fc.constantFrom('new', 'renewal', 'expansion', 'upgrade'),
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      currency: fc.constantFrom('USD', 'EUR'),
      boughtIn: fc.integer({ min: -500, max: -1 }).map((days) => days + 0.5),
      expiredIn: fc.integer({ min: -500, max: 100 }).map((days) => days + 0.5),
      undone: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    300,
  )
  const bought = await insert(
    'purchases',
    'purchases',
    rows.map(({ boughtIn, expiredIn, license, undone: _, ...row }, index) => ({
      ...row,
      license: license.id,
      sequence: index,
      salesRep: license.salesRep,
      partner: license.partner,
      customer: license.customer,
      expiresBefore: row.type === 'renewal' ? inDays(expiredIn) : null,
      purchasedAt: inDays(boughtIn),
      purchaseKey: `stats:${index}`,
      reversalKey: `stats:${index}`,
      requestKey: `stats:${index}`,
    })),
  )
  // A ledger that begins as one should is replayed where a renewal of it was undone: a test of its own.
  const beginsWell = (license: unknown) =>
    bought.find((row) => row.license === license)?.type === 'new'
  const undoing = bought.filter(
    ({ license, type }, index) =>
      rows[index]?.undone && !(type === 'renewal' && beginsWell(license)),
  )
  const undone = await insert(
    'purchases',
    'purchases',
    undoing.map(({ id, ...row }, index) => ({
      ...row,
      amount: -row.amount,
      reverses: id,
      expiresBefore: null,
      purchasedAt: inDays(-0.5),
      purchaseKey: `stats:undo:${index}`,
      reversalKey: `stats:undo:${index}`,
      requestKey: `stats:undo:${index}`,
    })),
  )
  data.purchases = [...bought, ...undone]
}

const addRest = async (): Promise<void> => {
  const { ids } = company
  const deployments = sample(
    fc.record({
      state: fc.constantFrom('scheduled', 'in_progress', 'completed', 'failed', 'cancelled'),
      engineer: fc.constantFrom(null, ...engineers),
      scheduledIn: fc.integer({ min: -500, max: 50 }).map((days) => days + 0.5),
      took: fc.integer({ min: -20, max: 20 }),
      failures: fc.integer({ min: 0, max: 2 }),
      failedIn: fc.integer({ min: -500, max: -1 }).map((days) => days + 0.5),
      failedBy: fc.constantFrom(null, ...engineers),
    }),
    120,
  )
  await insert(
    'deployments',
    'deployments',
    deployments.map(({ failedIn, scheduledIn, took, ...row }) => ({
      ...row,
      failedAt: row.failures > 0 ? inDays(failedIn) : null,
      license: data.licenses[0]?.id,
      customer: ids.acme,
      environment: 'production',
      progress: 0,
      revision: 0,
      scheduledAt: inDays(scheduledIn),
      finishedAt: ['completed', 'failed'].includes(row.state) ? inDays(scheduledIn + took) : null,
    })),
  )
  const orders = sample(
    fc.record({
      state: fc.constantFrom(...orderStates),
      partner: fc.constantFrom(ids.alpha, ids.beta),
      orderedIn: fc.integer({ min: -500, max: -1 }).map((days) => days + 0.5),
    }),
    60,
  )
  await insert(
    'orders',
    'orders',
    orders.map(({ orderedIn, ...row }, index) => ({
      ...row,
      orderNumber: `PO-202001-${String(index + 1).padStart(6, '0')}`,
      orderDate: inDays(orderedIn),
      requestKey: `stats:${index}`,
      currency: 'USD',
      ...{ subtotal: 0, discountTotal: 0, taxTotal: 0, total: 0, licenseCount: 0, revision: 0 },
      agreementAcknowledged: true,
    })),
  )
  const reported = data.licenses.slice(0, 20)
  await insert(
    'usageDays',
    'usage-days',
    reported.flatMap(({ customer, id, partner }, index) =>
      [0, 3, 50, 200].map((ago) => ({
        license: id,
        customer,
        partner,
        day: day(inDays(-ago)),
        workspaces: index + ago,
        users: index * 10 + ago,
        reports: 1,
        dayKey: `${id}:${day(inDays(-ago))}`,
      })),
    ),
  )
}

beforeAll(async () => {
  company = await startCompany()
  const { ids, payload } = company
  const make = async (collection: string, name: string): Promise<string> => {
    const made = { name, email: `${name}@company.test` }
    return String((await payload.create({ collection: collection as 'engineers', data: made })).id)
  }
  reps = [await make('sales-reps', 'Rita'), await make('sales-reps', 'Ravi')]
  engineers = [String(ids.erin), await make('engineers', 'Eve')]
  await addLicenses()
  await addPurchases()
  await addRest()
})
afterAll(() => company?.stop())

const ask = async (person: Person, path: string): Promise<Json> => {
  const { body, status } = await (await company.as(person)).get(`/api/v1/stats/${path}`)
  expect([path, status, body.errors]).toEqual([path, 200, undefined])
  return body
}

/** Who sees which rows. */
const scopes: [Person, (row: Row) => boolean][] = [
  ['admin', () => true],
  ['sales', () => true],
  ['partner', ({ partner }) => partner === company.ids.alpha],
  ['rival', ({ partner }) => partner === company.ids.beta],
  ['customer', ({ customer }) => customer === company.ids.acme],
]

const total = (rows: Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)
const isActive = ({ state }: Row): boolean => activeStates.includes(state)
const between = (instant: null | string, from: string, to: string): boolean =>
  instant !== null && instant >= from && instant < to

describe('overview', () => {
  it.each(scopes)('counts what the %s may see, as counted by hand', async (person, isSeen) => {
    const seen = data.licenses.filter(isSeen)
    const active = seen.filter(isActive)
    const within = (days: number) =>
      active.filter(({ expiresAt }) => between(expiresAt, inDays(0), inDays(days))).length
    const { licenses, usage } = await ask(person, 'overview')
    expect(seen.length).toBeGreaterThan(50)
    expect(licenses).toEqual({
      total: seen.length,
      active: active.length,
      inactive: seen.filter(({ state }) => inactiveStates.includes(state)).length,
      byState: Object.fromEntries(
        licenseStates.map((state) => [state, seen.filter((row) => row.state === state).length]),
      ),
      byProductType: Object.fromEntries(
        ['enterprise', 'professional', 'addon'].map((type) => [
          type,
          seen.filter(({ productType }) => productType === type).length,
        ]),
      ),
      expiring: { d30: within(30), d60: within(60), d90: within(90) },
    })
    expect(usage).toEqual({
      workspaces: total(active, (row) => row.usage.workspaces ?? 0),
      users: total(active, (row) => row.usage.users ?? 0),
      overLimit: active.filter(
        ({ limits, usage: one }) =>
          (one.workspaces ?? -1) > limits.workspaces || (one.users ?? -1) > limits.users,
      ).length,
    })
  })

  it.each(scopes.filter(([person]) => person !== 'customer'))(
    'counts the orders of the %s by state',
    async (person, isSeen) => {
      const { orders } = await ask(person, 'overview')
      for (const state of orderStates)
        expect([state, orders.byState[state] ?? 0]).toEqual([
          state,
          data.orders.filter((row) => isSeen(row) && row.state === state).length,
        ])
    },
  )
})

describe('expiring', () => {
  it.each(scopes)(
    'lists what the %s may see, by month and the soonest first',
    async (person, isSeen) => {
      const seen = data.licenses
        .filter((row) => isSeen(row) && isActive(row))
        .filter(({ expiresAt }) => between(expiresAt, inDays(0), inDays(200)))
        .sort((a, b) => a.expiresAt.localeCompare(b.expiresAt))
      const body = await ask(person, 'expiring?days=200')
      expect(body.total).toBe(seen.length)
      const first = seen.slice(0, 20).map(({ expiresAt }) => expiresAt)
      expect(body.docs.map(({ expiresAt }: Row) => expiresAt)).toEqual(first)
      const months = body.months.map(({ month }: Row) => month)
      expect(months).toEqual([...new Set<string>(months)].sort())
      expect(months[0]).toBe(inDays(0).slice(0, 7))
      for (const { licenses, month } of body.months)
        expect([month, licenses]).toEqual([
          month,
          seen.filter(({ expiresAt }) => expiresAt.startsWith(month)).length,
        ])
      expect(total(body.months, ({ licenses }) => licenses)).toBe(seen.length)
    },
  )
})

describe('usage', () => {
  it.each(scopes)('sums up each day of what the %s may see', async (person, isSeen) => {
    const { days } = await ask(person, 'usage?days=60')
    expect(days).toHaveLength(60)
    expect(days.at(-1).day).toBe(day(inDays(0)))
    for (const shown of days) {
      const rows = data.usageDays.filter((row) => isSeen(row) && row.day === shown.day)
      expect(shown).toEqual({
        day: shown.day,
        workspaces: total(rows, ({ workspaces }) => workspaces),
        users: total(rows, ({ users }) => users),
        licenses: rows.length,
      })
    }
    expect(days.filter(({ licenses }: Row) => licenses > 0)).toHaveLength(3)
  })

  it.each(scopes)(
    'has the customers that use most, of what the %s may see',
    async (person, isSeen) => {
      const { customers } = await ask(person, 'usage')
      const reporting = data.licenses.filter(
        (row) => isSeen(row) && isActive(row) && row.usage.reportedAt,
      )
      const expected = [...new Set(reporting.map(({ customer }) => customer))].map((id) => {
        const rows = reporting.filter(({ customer }) => customer === id)
        return {
          customer: { id, name: id === company.ids.acme ? 'Acme' : 'Bolt' },
          workspaces: total(rows, ({ usage }) => usage.workspaces),
          users: total(rows, ({ usage }) => usage.users),
          licenses: rows.length,
          limits: {
            workspaces: total(rows, ({ limits }) => limits.workspaces),
            users: total(rows, ({ limits }) => limits.users),
          },
        }
      })
      const share = ({ limits, users, workspaces }: Row): number =>
        Math.max(workspaces / limits.workspaces, users / limits.users)
      expect(customers).toEqual(expected.sort((a, b) => share(b) - share(a)))
    },
  )
})

const from = inDays(-300)
const to = inDays(0)
const period = `from=${from}&to=${to}`

const undone = () => new Set(data.purchases.flatMap(({ reverses }) => (reverses ? [reverses] : [])))
const signOf = ({ reverses }: Row): number => (reverses ? -1 : 1)

const renewalsOf = (isIn: (row: Row) => boolean) => {
  const renewed = data.purchases.filter(
    (row) =>
      isIn(row) &&
      row.type === 'renewal' &&
      !row.reverses &&
      !undone().has(row.id) &&
      between(row.expiresBefore, from, to),
  ).length
  const lapsed = data.licenses.filter((row) => isIn(row) && between(row.expiresAt, from, to)).length
  const due = renewed + lapsed
  return { due, renewalRateBps: due ? Math.round((renewed / due) * 10_000) : null }
}

const salesOf = (isIn: (row: Row) => boolean) => {
  const rows = data.purchases.filter((row) => isIn(row) && between(row.purchasedAt, from, to))
  const net = (type: string) =>
    total(
      rows.filter((row) => row.type === type),
      signOf,
    )
  return {
    newPurchases: net('new'),
    renewals: net('renewal'),
    expansions: net('expansion'),
    upgrades: net('upgrade'),
    revenue: ['EUR', 'USD'].flatMap((currency) => {
      const paid = rows.filter((row) => row.currency === currency)
      return paid.length ? [{ currency, amount: total(paid, ({ amount }) => amount) }] : []
    }),
  }
}

describe('sales reps, engineers and resellers', () => {
  it('have the sales and renewals of each rep, and of none', async () => {
    const { docs, months } = await ask('sales', `sales-reps?${period}`)
    expect(docs.map(({ salesRep }: Row) => salesRep?.name ?? null)).toEqual(['Ravi', 'Rita', null])
    for (const { salesRep, ...doc } of docs) {
      const isIn = (row: Row) => (row.salesRep ?? null) === (salesRep?.id ?? null)
      expect(doc).toEqual({ ...salesOf(isIn), ...renewalsOf(isIn) })
      expect(doc.due).toBeGreaterThan(0)
    }
    for (const { month, ...sold } of months)
      expect(sold).toEqual(salesOf(({ purchasedAt }) => purchasedAt.startsWith(month)))
    expect(months.at(0).month).toBe(from.slice(0, 7))
  })

  it('have what each engineer has to do and has done', async () => {
    const { docs, months } = await ask('admin', `engineers?${period}`)
    expect(docs.map(({ engineer }: Row) => engineer?.name ?? null)).toEqual(['Erin', 'Eve', null])
    for (const { engineer, ...doc } of docs) {
      const rows = data.deployments.filter(
        (row) => (row.engineer ?? null) === (engineer?.id ?? null),
      )
      const inState = (state: string) => rows.filter((row) => row.state === state)
      const done = (state: string) =>
        inState(state).filter(({ finishedAt }) => between(finishedAt, from, to))
      const days = done('completed').map(({ finishedAt, scheduledAt }) =>
        Math.max((Date.parse(finishedAt) - Date.parse(scheduledAt)) / DAY, 0),
      )
      const completed = done('completed').length
      const failed = total(
        data.deployments.filter(
          ({ failedAt, failedBy }) =>
            (failedBy ?? null) === (engineer?.id ?? null) && between(failedAt, from, to),
        ),
        ({ failures }) => failures,
      )
      expect(doc).toEqual({
        scheduled: inState('scheduled').length,
        inProgress: inState('in_progress').length,
        completed,
        failed,
        cancelled: inState('cancelled').filter((row) => between(row.scheduledAt, from, to)).length,
        leadTimeDays: expect.closeTo(days.reduce((a, b) => a + b, 0) / days.length, 1),
        failureRateBps: Math.round((failed / (completed + failed)) * 10_000),
      })
    }
    for (const { month, ...counts } of months) {
      const inMonth = (field: string) =>
        data.deployments.filter(
          (row) => between(row[field], from, to) && row[field].startsWith(month),
        )
      const completed = inMonth('finishedAt').filter(({ state }) => state === 'completed').length
      const failed = total(inMonth('failedAt'), ({ failures }) => failures)
      expect([month, counts]).toEqual([month, { completed, failed }])
    }
  })

  it('have the orders, licenses and revenue of each partner', async () => {
    const { docs } = await ask('sales', `resellers?${period}`)
    expect(docs.map(({ partner }: Row) => partner.name)).toEqual(['Alpha', 'Beta'])
    for (const { partner, ...doc } of docs) {
      const isIn = (row: Row) => row.partner === partner.id
      const placed = ['pending_review', 'pending_payment', 'in_progress', 'completed']
      expect(doc).toEqual({
        orders: data.orders.filter(
          (row) => isIn(row) && placed.includes(row.state) && between(row.orderDate, from, to),
        ).length,
        licenses: data.licenses.filter(isIn).length,
        active: data.licenses.filter((row) => isIn(row) && isActive(row)).length,
        revenue: salesOf(isIn).revenue,
        renewalRateBps: renewalsOf(isIn).renewalRateBps,
      })
    }
  })

  it.each(['sales-reps', 'engineers', 'resellers'])('are for staff: %s', async (path) => {
    for (const person of ['partner', 'customer', 'engineer', 'stray'] as const) {
      const { body, status } = await (await company.as(person)).get(`/api/v1/stats/${path}`)
      expect([person, status, body.errors?.[0]?.code]).toEqual([person, 403, 'FORBIDDEN'])
    }
    expect((await company.anybody.get(`/api/v1/stats/${path}`)).status).toBe(401)
  })

  it.each([
    ['sales-reps?from=yesterday', 'from'],
    ['sales-reps?from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z', 'from'],
    ['engineers?from=1999-01-01T00:00:00Z', 'from'],
    ['resellers?to=2026-13-01T00:00:00Z', 'to'],
    ['expiring?days=0', 'days'],
    ['usage?days=many', 'days'],
  ])('refuse %s and name %s', async (path, field) => {
    const { body, status } = await (await company.as('admin')).get(`/api/v1/stats/${path}`)
    expect([status, body.errors[0].path]).toEqual([422, field])
  })

  it('are of the last twelve months when nothing is said', async () => {
    const { months } = await ask('sales', 'sales-reps')
    expect(months).toHaveLength(13)
    expect(months.at(-1).month).toBe(inDays(0).slice(0, 7))
  })
})
