import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { ownerPaths } from '../../../src/domain/grants'
import { readProducts } from '../../../src/operations/alerts/alertFacts'
import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { raiseAlerts } from '../../../src/operations/alerts/raiseAlerts'
import { resolveAlerts } from '../../../src/operations/alerts/resolveAlerts'
import { defaultSlugs } from '../../../src/slugs'
import {
  startCompany,
  type Client,
  type Company,
  type Json,
  type Person,
} from '../../support/fixtures'
import { buy, issueLicense, storedLicense } from '../../support/licenseOf'
import { allOf } from '../../support/proveWhole'

/** What carries the owners of its license, and must not be read by others than them. */
const carried = ['usage-days', 'usage-reports', 'purchases', 'deployments', 'alerts'] as const
const bystanders = ['notifications', 'orders', 'order-items'] as const
const collections = [...carried, ...bystanders]
/** What is no part of a license, or the license itself; see docs/transfers.md. */
const apart = ['customers', 'engineers', 'licenses', 'partners', 'users']

type Readings = Record<string, Json[]>

let company: Company
let sales: Client
let license: Json
let headers: Record<string, string>
let first: Record<'expansion' | 'failed' | 'done', string>
/** What each person read before the license was given away, and read after all that came then. */
let before: Record<Person, Readings>
let after: Record<Person, Readings>
/** By collection: what came after. */
let made: Record<string, string[]>

const today = new Date()
const hour = (daysAgo: number, at: number) => {
  const instant = new Date(today.getTime() - daysAgo * 86_400_000)
  instant.setUTCHours(at, 0, 0, 0)
  return instant.toISOString()
}

const readAs = async (person: Person): Promise<Readings> => {
  const who = await company.as(person)
  const entries: [string, Json[]][] = []
  for (const slug of collections) {
    const { body } = await who.get(`/api/${slug}?limit=100&depth=0&sort=id`)
    const docs = body.docs as Json[]
    const own = (doc: Json) => slug !== 'usage-days' || doc.license === license.id
    entries.push([
      slug,
      docs.filter(own).map((doc) => ({ ...doc, licenses: undefined, updatedAt: undefined })),
    ])
  }
  return Object.fromEntries(entries)
}
const readAll = async () =>
  Object.fromEntries(
    await Promise.all(
      (['partner', 'customer', 'rival'] as const).map(async (one) => [one, await readAs(one)]),
    ),
  ) as Record<Person, Readings>

const idsOf = async (slug: string): Promise<string[]> =>
  (await allOf(company.payload, slug as 'alerts')).map(({ id }) => String(id))

const use = async (users: number, reportedAt: string) => {
  const path = `/api/v1/licenses/${license.licenseId}/usage`
  const { status } = await company.anybody.post(path, { workspaces: 1, users, reportedAt }, headers)
  expect(status).toBe(202)
}
const watch = async (kind: 'inactive' | 'over_users') => {
  const req = await createLocalReq({}, company.payload)
  const stored = await storedLicense(company, license.id)
  await raiseAlerts(req, kind, [stored], await readProducts(req), today)
}
const deploy = async (...actions: string[]): Promise<string> => {
  const plan = { license: license.licenseId, scheduledAt: '2027-12-01T09:00:00.000Z' }
  const { body } = await sales.post('/api/v1/deployments', plan)
  for (const action of actions) await act(body.deployment.id, action)
  return body.deployment.id
}
const act = async (id: string, action: string, body: object = {}) => {
  const reason = action === 'fail' ? { reason: 'The disk is full' } : {}
  const path = `/api/v1/deployments/${id}/${action}`
  expect((await sales.post(path, { ...reason, ...body })).status).toBe(200)
}

/** Of each collection something while Alpha has the license. */
const liveWithTheFirst = async () => {
  await use(40, hour(1, 8))
  await use(60, hour(0, 0))
  const { body } = await buy(company, license.id, { type: 'expansion', limits: { users: 5 } })
  await buy(company, license.id, { type: 'renewal', durationYears: 1 })
  first = {
    expansion: body.purchase.id,
    failed: await deploy('start', 'fail'),
    done: await deploy('start', 'complete'),
  }
  await use(9_000, new Date(today.getTime() - 60_000).toISOString())
  await watch('over_users')
  await dispatchEvents(company.payload, new Date())
}

/** The same and more while Beta has it: also what touches things of before. */
const liveWithTheSecond = async () => {
  await use(9_500, new Date(today.getTime() - 30_000).toISOString())
  await use(70, hour(1, 9))
  await buy(company, license.id, { type: 'expansion', limits: { users: 3 } })
  const undo = `/api/v1/purchases/${first.expansion}/reverse`
  expect((await sales.post(undo, { reason: 'Never paid' })).status).toBe(201)
  await act(first.failed, 'reschedule', { scheduledAt: '2027-12-02T09:00:00.000Z' })
  await deploy('start', 'complete')
  await resolveAlerts(company.payload, today)
  await dispatchEvents(company.payload, new Date())
}

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
  license = await issueLicense(company, { endUserName: 'Acme' })
  await company.payload.db.updateOne({
    collection: 'licenses',
    where: { id: { equals: license.id } },
    data: { startsAt: hour(40, 0) },
  })
  const { body } = await sales.post(`/api/v1/licenses/${license.licenseId}/usage-key`, {})
  headers = { Authorization: `License ${body.key}` }
  await liveWithTheFirst()
  before = await readAll()
  const known = Object.fromEntries(
    await Promise.all(collections.map(async (slug) => [slug, await idsOf(slug)])),
  ) as Record<string, string[]>
  const to = { partner: company.ids.beta, customer: company.ids.bolt }
  expect((await sales.patch(`/api/v1/licenses/${license.id}`, to)).status).toBe(200)
  await liveWithTheSecond()
  after = await readAll()
  made = Object.fromEntries(
    await Promise.all(
      collections.map(async (slug) => [
        slug,
        (await idsOf(slug)).filter((id) => !known[slug]?.includes(id)),
      ]),
    ),
  ) as Record<string, string[]>
}, 120_000)
afterAll(() => company?.stop())

describe('a license that was given to another partner and customer', () => {
  it('is decided about for every collection whose documents have an owner', () => {
    const owned = Object.keys(ownerPaths).map((key) => defaultSlugs[key as keyof typeof ownerPaths])
    expect(owned.sort()).toEqual([...collections, ...apart].sort())
  })

  it.each(collections)('shows those who had it nothing new of its %s', (slug) => {
    for (const person of ['partner', 'customer'] as const)
      for (const doc of after[person][slug] as Json[])
        expect(before[person][slug]).toContainEqual(doc)
  })

  it.each(carried)('shows those who have it now all %s that came since', (slug) => {
    const seen = (after.rival[slug] as Json[]).map(({ id }) => String(id))
    if (slug !== 'alerts') expect(made[slug]?.length).toBeGreaterThan(0)
    for (const id of made[slug] as string[]) expect(seen).toContain(id)
  })

  it.each(['usage-days', 'usage-reports', 'purchases'] as const)(
    'leaves those who had it the %s of their time',
    (slug) => {
      expect(before.partner[slug]?.length).toBeGreaterThan(0)
      expect(after.partner[slug]).toEqual(before.partner[slug])
      expect(after.customer[slug]).toEqual(before.customer[slug])
      const seen = (after.rival[slug] as Json[]).map(({ id }) => String(id))
      for (const { id } of before.partner[slug] as Json[]) expect(seen).not.toContain(String(id))
    },
  )

  it('hands on what is still to be done, and leaves what is done', () => {
    const of = (person: Person, slug: string) =>
      (after[person][slug] as Json[]).map(({ id }) => id as string)
    expect(of('partner', 'deployments')).toEqual([first.done])
    expect(of('rival', 'deployments')).toContain(first.failed)
    expect(of('partner', 'alerts')).toEqual([])
    expect(of('rival', 'alerts')).toHaveLength(1)
  })

  it('splits the day that it was given away on, and late reports of days before', async () => {
    const days = (person: Person) =>
      (after[person]['usage-days'] as Json[])
        .map(({ day, reports, users }) => `${day} ${reports} ${users}`)
        .sort()
    const [yesterday, now] = [hour(1, 0), hour(0, 0)].map((at) => at.slice(0, 10))
    expect(days('partner')).toEqual([`${yesterday} 1 40`, `${now} 2 9000`])
    expect(days('rival')).toEqual([`${yesterday} 1 70`, `${now} 1 9500`])
    const path = `/api/v1/licenses/${license.licenseId}/usage`
    const usage = async (person: Person) => (await company.as(person)).get(path)
    const peaks = [
      { day: yesterday, users: 70, workspaces: 1 },
      { day: now, users: 9_500, workspaces: 1 },
    ]
    for (const person of ['sales', 'rival'] as const)
      expect((await usage(person)).body.days).toEqual(peaks)
    expect((await usage('partner')).status).toBe(404)
  })

  it('has a timeline for those who have it now, and none for those who had it', async () => {
    const path = `/api/v1/licenses/${license.licenseId}/timeline`
    expect((await (await company.as('rival')).get(path)).status).toBe(200)
    expect((await (await company.as('partner')).get(path)).status).toBe(404)
  })

  it('counts an undone purchase against the partner who had sold it', async () => {
    const { body } = await (await company.as('sales')).get('/api/v1/stats/resellers')
    const revenue = (name: string) =>
      body.docs.find(({ partner }: Json) => partner.name === name)?.revenue
    const bought = (
      await allOf(company.payload, 'purchases', { partner: { equals: company.ids.alpha } })
    )
      .filter(({ id }) => id !== first.expansion)
      .reduce((sum, { amount }) => sum + amount, 0)
    expect(revenue('Alpha')).toEqual([{ currency: 'USD', amount: bought }])
    expect(revenue('Beta')).toEqual([{ currency: 'USD', amount: 10_000 }])
  })
})
