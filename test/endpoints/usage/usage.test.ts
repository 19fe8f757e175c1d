import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  line,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf, proveChains } from '../../support/proveWhole'

let company: Company
let sales: Client
let partner: Client
let ids: string[]

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
  partner = await company.as('partner')
  const items = [line({ quantity: 40, endUserName: 'Acme' })]
  const placed = await partner.post('/api/v1/partners/orders', order({ items }))
  const { body } = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
  ids = body.licenses.map(({ licenseId }: Json) => licenseId)
})
afterAll(async () => company?.stop())

/** A license that no other story touches, which started three years ago, with its key. */
const fresh = async (data: object = {}): Promise<{ id: string; key: string }> => {
  const id = ids.pop() as string
  await company.payload.db.updateOne({
    collection: 'licenses',
    where: { licenseId: { equals: id } },
    data: { startsAt: '2023-01-01T00:00:00.000Z', ...data },
  })
  const { body } = await sales.post(`/api/v1/licenses/${id}/usage-key`, {})
  return { id, key: body.key }
}

const send = (id: string, key: string, body: object) =>
  company.anybody.post(`/api/v1/licenses/${id}/usage`, body, { Authorization: `License ${key}` })

const stored = async (id: string): Promise<Json> =>
  (await allOf(company.payload, 'licenses', { licenseId: { equals: id } }))[0]

const reportsOf = async (id: string): Promise<Json[]> =>
  allOf(company.payload, 'usage-reports', { license: { equals: (await stored(id)).id } })

const daysOf = async (id: string): Promise<Json[]> =>
  (
    await allOf(
      company.payload,
      'usage-days',
      { license: { equals: (await stored(id)).id } },
      'day',
    )
  ).map(({ day, reports, users, workspaces }) => ({ day, reports, users, workspaces }))

/** An instant some days ago, at an hour of that UTC day. */
const daysAgo = (days: number, hour: number): string => {
  const at = new Date(Date.now() - days * 86_400_000)
  at.setUTCHours(hour, 0, 0, 0)
  return at.toISOString()
}

describe('reportUsage', () => {
  it('keeps a report, its day and the latest usage, and puts the license in use', async () => {
    const { id, key } = await fresh()
    const { body, status } = await send(id, key, { workspaces: 3, users: 40 })
    expect([status, body]).toEqual([
      202,
      { accepted: true, duplicate: false, licenseId: id, reportedAt: expect.any(String) },
    ])
    const license = await stored(id)
    expect(license).toMatchObject({
      state: 'in_use',
      deployedAt: body.reportedAt,
      usage: { workspaces: 3, users: 40, reportedAt: body.reportedAt },
    })
    const { customer, partner: reseller } = license
    expect(await reportsOf(id)).toMatchObject([
      { workspaces: 3, users: 40, reportedAt: body.reportedAt, customer, partner: reseller },
    ])
    const day = body.reportedAt.slice(0, 10)
    expect(await daysOf(id)).toEqual([{ day, workspaces: 3, users: 40, reports: 1 }])
  })

  it('takes no use of a license that has not started, whether or not the report names its instant', async () => {
    const startsAt = new Date(Date.now() + 3_600_000).toISOString()
    const { id, key } = await fresh({ startsAt })
    for (const at of [
      {},
      { reportedAt: daysAgo(1, 8) },
      { reportedAt: new Date().toISOString() },
    ]) {
      const { body, status } = await send(id, key, { workspaces: 1, users: 1, ...at })
      expect([status, body.errors[0].code]).toEqual([409, 'LICENSE_NOT_STARTED'])
    }
    expect(await reportsOf(id)).toEqual([])
    expect((await stored(id)).state).not.toBe('in_use')
  })

  it('knows a license that was renewed before anybody deployed it to be deployed since', async () => {
    const { id, key } = await fresh({ state: 'renewed' })
    const { body } = await send(id, key, { workspaces: 3, users: 40 })
    expect(await stored(id)).toMatchObject({ state: 'in_use', deployedAt: body.reportedAt })
  })

  it('logs the change of state, not each report', async () => {
    const { id, key } = await fresh({ state: 'deployed' })
    for (const users of [1, 2, 3]) await send(id, key, { workspaces: 1, users })
    const { id: documentId } = await stored(id)
    const entries = await allOf(
      company.payload,
      'change-logs',
      { documentId: { equals: documentId } },
      'sequence',
    )
    expect(entries.map(({ action }) => action)).toEqual(['create', 'rotateKey', 'use'])
    await proveChains(company.payload)
  })

  it('takes a report that comes again once, and refuses other figures of the same instant', async () => {
    const { id, key } = await fresh()
    const body = { workspaces: 3, users: 4, reportedAt: daysAgo(1, 8) }
    expect((await send(id, key, body)).body.duplicate).toBe(false)
    const inBeijing = body.reportedAt.replace('T08:00:00.000Z', 'T16:00:00+08:00')
    for (const reportedAt of [body.reportedAt, inBeijing]) {
      const again = await send(id, key, { ...body, reportedAt })
      expect([again.status, again.body.duplicate]).toEqual([202, true])
    }
    const other = await send(id, key, { ...body, users: 5 })
    expect([other.status, other.body.errors[0]]).toEqual([
      409,
      expect.objectContaining({ code: 'DUPLICATE', path: 'reportedAt' }),
    ])
    expect(await reportsOf(id)).toHaveLength(1)
    expect(await daysOf(id)).toMatchObject([{ users: 4, reports: 1 }])
  })

  it('puts what comes late into its day, and lets only the newest be the latest usage', async () => {
    const { id, key } = await fresh()
    const reports = [
      { workspaces: 5, users: 50, reportedAt: daysAgo(2, 20) },
      { workspaces: 9, users: 10, reportedAt: daysAgo(2, 4) },
      { workspaces: 1, users: 1, reportedAt: daysAgo(9, 4) },
      { workspaces: 2, users: 20, reportedAt: daysAgo(1, 4) },
      { workspaces: 7, users: 70, reportedAt: daysAgo(1, 3) },
    ]
    for (const report of reports) expect((await send(id, key, report)).status).toBe(202)
    expect((await stored(id)).usage).toEqual(reports[3])
    expect(await daysOf(id)).toEqual([
      { day: daysAgo(9, 0).slice(0, 10), workspaces: 1, users: 1, reports: 1 },
      { day: daysAgo(2, 0).slice(0, 10), workspaces: 9, users: 50, reports: 2 },
      { day: daysAgo(1, 0).slice(0, 10), workspaces: 7, users: 70, reports: 2 },
    ])
  })

  it('counts fifty at once exactly, each sent twice, and starts the use once', async () => {
    const { id, key } = await fresh()
    const base = Date.parse(daysAgo(3, 6))
    const reports = Array.from({ length: 50 }, (_, n) => ({
      workspaces: n,
      users: 100 - n,
      reportedAt: new Date(base + n * 1_000).toISOString(),
    }))
    const answers = await Promise.all(
      [...reports, ...reports].map((report) => send(id, key, report)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(answers.filter(({ body }) => body.duplicate)).toHaveLength(50)
    const day = daysAgo(3, 0).slice(0, 10)
    expect(await daysOf(id)).toEqual([{ day, workspaces: 49, users: 100, reports: 50 }])
    const license = await stored(id)
    expect([license.state, license.usage]).toEqual(['in_use', reports[49]])
    const moves = await allOf(company.payload, 'change-logs', {
      documentId: { equals: license.id },
      action: { in: ['deploy', 'use'] },
    })
    expect(moves).toHaveLength(2)
  })

  it('takes fifty at once that name no instant for fifty', async () => {
    const { id, key } = await fresh()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, users) => send(id, key, { workspaces: 1, users })),
    )
    expect(answers.filter(({ body, status }) => status === 202 && !body.duplicate)).toHaveLength(50)
    const days = await daysOf(id)
    expect(days.reduce((sum, { reports }) => sum + reports, 0)).toBe(50)
  })

  it.each(['suspended', 'terminated', 'expired'])(
    'keeps the report of a license that is %s, and leaves it so',
    async (state) => {
      const { id, key } = await fresh({ state })
      expect((await send(id, key, { workspaces: 1, users: 1 })).status).toBe(202)
      expect(await stored(id)).toMatchObject({ state, usage: { users: 1 } })
      expect(await reportsOf(id)).toHaveLength(1)
    },
  )

  it.each([
    ['the future', { reportedAt: '2999-01-01T00:00:00Z' }, 'reportedAt'],
    ['long ago', { reportedAt: '2001-01-01T00:00:00Z' }, 'reportedAt'],
    ['a day that there isn’t', { reportedAt: '2026-02-30T00:00:00Z' }, 'reportedAt'],
    ['less than nothing', { users: -1 }, 'users'],
    ['half a workspace', { workspaces: 0.5 }, 'workspaces'],
    ['what it does not know', { reportAt: daysAgo(1, 8) }, 'reportAt'],
  ])('refuses %s and keeps nothing', async (_words, changes, path) => {
    const { id, key } = await fresh()
    const { body, status } = await send(id, key, { workspaces: 1, users: 1, ...changes })
    expect([status, body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ])
    expect(await reportsOf(id)).toEqual([])
    expect((await stored(id)).state).toBe('created')
  })

  it('answers every wrong key and every unknown license alike', async () => {
    const { id, key } = await fresh()
    const other = await fresh()
    const unkeyed = ids.pop() as string
    const tries = [
      send(id, other.key, { workspaces: 1, users: 1 }),
      send(id, 'lk_wrong', { workspaces: 1, users: 1 }),
      send(unkeyed, key, { workspaces: 1, users: 1 }),
      send('ENT-202611-999999', key, { workspaces: 1, users: 1 }),
      send('constructor', key, { workspaces: 1, users: 1 }),
      send('%00%27', key, { workspaces: 1, users: 1 }),
      company.anybody.post(`/api/v1/licenses/${id}/usage`, { workspaces: 1, users: 1 }),
      company.anybody.post(
        `/api/v1/licenses/${id}/usage`,
        { workspaces: 1, users: 1 },
        { Authorization: `Bearer ${key}` },
      ),
      sales.post(`/api/v1/licenses/${id}/usage`, { workspaces: 1, users: 1 }),
    ]
    const answers = (await Promise.all(tries)).map(({ body, status }) =>
      JSON.stringify([status, body]),
    )
    expect([...new Set(answers)]).toEqual([
      JSON.stringify([
        401,
        { errors: [{ code: 'INVALID_LICENSE_KEY', message: 'The license key is not valid.' }] },
      ]),
    ])
    expect(await reportsOf(id)).toEqual([])
  })
})

describe('rotateUsageKey', () => {
  it('shows a key once, and the one before holds no longer', async () => {
    const { id, key } = await fresh()
    expect(key).toMatch(/^lk_[\w-]{43}$/)
    const rotated = await sales.post(`/api/v1/licenses/${id}/usage-key`, {})
    expect([rotated.status, rotated.body.licenseId]).toEqual([201, id])
    expect(rotated.headers.get('cache-control')).toBe('no-store')
    expect(rotated.body.key).not.toBe(key)
    expect((await send(id, key, { workspaces: 1, users: 1 })).status).toBe(401)
    expect((await send(id, rotated.body.key, { workspaces: 1, users: 1 })).status).toBe(202)
  })

  it('is taken away by a revocation', async () => {
    const { id, key } = await fresh()
    const revoked = await sales.delete(`/api/v1/licenses/${id}/usage-key`)
    expect([revoked.status, revoked.body]).toEqual([200, { licenseId: id, revoked: true }])
    expect((await send(id, key, { workspaces: 1, users: 1 })).status).toBe(401)
    expect((await send(id, '', { workspaces: 1, users: 1 })).status).toBe(401)
    expect(await stored(id)).toMatchObject({ usageKeyHash: null, usageKeyAt: null })
  })

  it('leaves neither the key nor its hash anywhere that can be read', async () => {
    const { id, key } = await fresh()
    const license = await stored(id)
    const secrets = [key, license.usageKeyHash]
    expect(license.usageKeyHash).toMatch(/^[0-9a-f]{64}$/)
    const admin = await company.as('admin')
    const answers = [
      await admin.get(`/api/licenses/${license.id}`),
      await admin.get(`/api/change-logs?limit=100&where[documentId][equals]=${license.id}`),
      await admin.post('/api/graphql', {
        query: `{ License(id: "${license.id}") { licenseId usageKeyAt } }`,
      }),
      await sales.patch(`/api/licenses/${license.id}`, { internalNotes: 'seen' }),
    ]
    for (const { body } of answers)
      for (const secret of secrets) expect(JSON.stringify(body)).not.toContain(secret)
    expect(answers[1]?.body.docs.map(({ action }: Json) => action)).toContain('rotateKey')
    const asked = await admin.get(
      `/api/licenses?where[usageKeyHash][equals]=${license.usageKeyHash}`,
    )
    expect(asked.body.docs ?? []).toEqual([])
    // What staff changes by hand leaves the key alone.
    expect((await send(id, key, { workspaces: 1, users: 1 })).status).toBe(202)
  })

  it('leaves one key that holds, however many are made at once', async () => {
    const { id } = await fresh()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => sales.post(`/api/v1/licenses/${id}/usage-key`, {})),
    )
    const shown = answers.filter(({ status }) => status === 201)
    const refused = answers.filter(({ status }) => status !== 201)
    for (const { body } of refused) expect(body.errors[0].code).toBe('EDIT_CONFLICT')
    const holding = []
    for (const { body } of shown)
      holding.push((await send(id, body.key, { workspaces: 1, users: 1 })).status)
    expect(holding.filter((status) => status === 202)).toHaveLength(1)
  })

  it.each<['customer' | 'engineer' | 'partner' | 'rival', number]>([
    ['partner', 403],
    ['rival', 404],
    ['customer', 403],
    ['engineer', 404],
  ])('is not for a %s: %i', async (person, status) => {
    const { id } = await fresh({ customer: company.ids.acme })
    const who = await company.as(person)
    expect((await who.post(`/api/v1/licenses/${id}/usage-key`, {})).status).toBe(status)
    expect((await who.delete(`/api/v1/licenses/${id}/usage-key`)).status).toBe(status)
  })

  it('is not for outsiders', async () => {
    const { status } = await company.anybody.post(`/api/v1/licenses/${ids[0]}/usage-key`, {})
    expect(status).toBe(401)
  })
})

describe('getUsage', () => {
  it('gives the limits and the peaks of each day, between two days both included', async () => {
    const { id, key } = await fresh()
    for (const days of [1, 2, 3, 4])
      await send(id, key, { workspaces: days, users: 10 * days, reportedAt: daysAgo(days, 9) })
    const day = (days: number) => daysAgo(days, 0).slice(0, 10)
    const path = `/api/v1/licenses/${id}/usage`
    const all = await partner.get(path)
    expect([all.status, all.body]).toEqual([
      200,
      {
        limits: { workspaces: 50, users: 500 },
        days: [4, 3, 2, 1].map((n) => ({ day: day(n), workspaces: n, users: 10 * n })),
      },
    ])
    const some = await partner.get(`${path}?from=${day(3)}&to=${daysAgo(2, 3)}`)
    expect(some.body.days.map((one: Json) => one.day)).toEqual([day(3), day(2)])
    for (const query of ['from=yesterday', 'to=2026-02-30', `from=${day(1)}&to=${day(2)}`]) {
      const { body, status } = await partner.get(`${path}?${query}`)
      expect([query, status, body.errors[0].code]).toEqual([query, 422, 'INVALID_INPUT'])
    }
  })

  it('says so when a range has more days than it answers', async () => {
    const { id, key } = await fresh()
    await send(id, key, { workspaces: 1, users: 1, reportedAt: daysAgo(0, 0) })
    const day = (days: number) => daysAgo(days, 0).slice(0, 10)
    const ask = (from: string) => partner.get(`/api/v1/licenses/${id}/usage?from=${from}`)
    expect((await ask(day(799))).body.days.map((one: Json) => one.day)).toEqual([day(0)])
    for (const from of [day(800), '1970-01-01']) {
      const { body, status } = await ask(from)
      expect([status, body.errors[0]]).toMatchObject([422, { code: 'INVALID_INPUT', path: 'from' }])
    }
  })

  it.each<['admin' | 'customer' | 'engineer' | 'partner' | 'rival' | 'sales', number]>([
    ['admin', 200],
    ['sales', 200],
    ['partner', 200],
    ['customer', 200],
    ['rival', 404],
    ['engineer', 404],
  ])('as %s: %i', async (person, status) => {
    const { id } = await fresh({ customer: company.ids.acme })
    const who = await company.as(person)
    expect((await who.get(`/api/v1/licenses/${id}/usage`)).status).toBe(status)
  })

  it('is not for outsiders, whatever key they show', async () => {
    const { id, key } = await fresh()
    const headers = { Authorization: `License ${key}` }
    const { status } = await company.anybody.get(`/api/v1/licenses/${id}/usage`, undefined, headers)
    expect(status).toBe(401)
  })
})
