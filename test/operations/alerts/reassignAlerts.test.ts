import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { scanAlerts } from '../../../src/operations/alerts/scanAlerts'
import { startCompany, type Company, type Person } from '../../support/fixtures'
import { addLicenses, alertsOf, inDays, iso, NOW } from './alertFixture'

let company: Company
let license: string

/** Which of the license's alerts a person finds in the list. */
const kindsSeenBy = async (person: Person): Promise<string[]> => {
  const { body } = await (await company.as(person)).get('/api/v1/alerts')
  return body.docs.map(({ kind }: { kind: string }) => kind).sort()
}
const handOver = async (to: object) =>
  (await company.as('sales')).patch(`/api/v1/licenses/${license}`, to)

beforeAll(async () => {
  company = await startCompany()
})
beforeEach(async () => {
  for (const collection of ['alerts', 'licenses'] as const)
    await company.payload.db.deleteMany({ collection, where: {} })
  const usage = { workspaces: 1, users: 101, reportedAt: iso(-40) }
  license = (await addLicenses(company, { expiresAt: iso(25), usage }))[0] as string
  await scanAlerts(company.payload, NOW)
  await company.payload.db.updateMany({
    collection: 'alerts',
    where: { kind: { equals: 'inactive' } },
    data: { state: 'resolved' },
  })
  await company.payload.db.updateMany({
    collection: 'alerts',
    where: { kind: { equals: 'over_users' } },
    data: { state: 'snoozed', snoozedUntil: inDays(3).toISOString() },
  })
})
afterAll(() => company.stop())

describe('reassignAlerts', () => {
  it('hands a license’s alerts to its new partner and customer, but for the settled ones', async () => {
    expect(await kindsSeenBy('partner')).toEqual(['expiring', 'inactive', 'over_users'])
    const { status } = await handOver({ partner: company.ids.beta, customer: company.ids.bolt })
    expect(status).toBe(200)
    expect(await kindsSeenBy('rival')).toEqual(['expiring', 'over_users'])
    expect(await kindsSeenBy('partner')).toEqual(['inactive'])
    expect(await kindsSeenBy('customer')).toEqual(['inactive'])
  })

  it('hands them to the new sales rep, and to nobody where there is none any more', async () => {
    const data = { name: 'Rita', email: 'rita@company.test' }
    const rita = (await company.payload.create({ collection: 'sales-reps', data })).id
    const repsOfAlerts = async () =>
      (await alertsOf(company.payload, { state: { not_equals: 'resolved' } })).map(
        ({ salesRep }) => salesRep ?? null,
      )
    await handOver({ salesRep: rita })
    expect(await repsOfAlerts()).toEqual([rita, rita])
    await handOver({ salesRep: null })
    expect(await repsOfAlerts()).toEqual([null, null])
  })

  it('leaves the alerts of other licenses where they are', async () => {
    await addLicenses(company, { expiresAt: iso(20) })
    // What was resolved opens again, as its cause is still there, and goes along.
    await scanAlerts(company.payload, NOW)
    await handOver({ partner: company.ids.beta })
    expect(await kindsSeenBy('partner')).toEqual(['expiring'])
  })
})
