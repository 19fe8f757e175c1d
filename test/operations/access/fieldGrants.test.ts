import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'

import { createLicense } from '../../../src/operations/licenses/createLicense'
import { recordPurchase } from '../../../src/operations/licenses/recordPurchase'
import { reversePurchase } from '../../../src/operations/licenses/reversePurchase'
import { resellerStats } from '../../../src/operations/stats/resellerStats'
import { salesRepStats } from '../../../src/operations/stats/salesRepStats'
import { transitionLicense } from '../../../src/operations/licenses/transitionLicense'
import { startCompany, type Company, type Json } from '../../support/fixtures'
import { issueLicense, ledgerOf } from '../../support/licenseOf'

const reads = { read: 'all' } as const

let company: Company
let license: Json

beforeAll(async () => {
  company = await startCompany({
    roles: {
      billing: {
        ...{ customers: reads, orders: reads, partners: reads, products: reads, salesReps: reads },
        licenses: { ...reads, create: 'all', suspend: 'all' },
        purchases: { ...reads, create: 'all' },
      },
      blind: { licenses: reads, purchases: { create: 'all' } },
    },
  })
  license = await issueLicense(company)
  const admin = await company.as('admin')
  await admin.patch(`/api/licenses/${license.id}`, { internalNotes: 'Pays late' })
})
afterAll(async () => company?.stop())

/** As a user whose only role is the host's own. */
const as = async (role: string): Promise<PayloadRequest> => {
  const { ids, payload } = company
  const user = await payload.findByID({ collection: 'users', id: ids.salesUser as string })
  return createLocalReq({ user: { ...user, collection: 'users', roles: [role] as never } }, payload)
}

const now = new Date()
const renewal = () => ({
  ...{ license: license.id, type: 'renewal' as const, durationYears: 1 },
  ...{ amount: 500, currency: 'USD' },
})

const hidden = {
  license: ['internalNotes', 'partner', 'stateReason', 'resumeState', 'usageKeyHash'],
  purchase: ['amount', 'recordedBy', 'salesRep', 'partner', 'requestHash'],
}

/** What an answer says that only other roles may know. */
const leaksOf = (answer: object): string[] =>
  Object.entries(hidden).flatMap(([of, fields]) => {
    const doc = (answer as Json)[of] ?? {}
    return fields.filter((field) => (doc[field] ?? null) !== null).map((field) => `${of}.${field}`)
  })

describe('a role of the host', () => {
  it('is answered no more than it may read, whatever it did', async () => {
    const req = await as('billing')
    const bought = await recordPurchase(req, renewal(), 'once', now)
    const again = await recordPurchase(req, renewal(), 'once', now)
    const undone = await reversePurchase(req, bought.purchase.id, 'By mistake', now)
    const suspended = await transitionLicense(req, license.id, 'suspend', 'Unpaid', now)
    const customer = { id: String(company.ids.acme) }
    const wanted = { sku: 'PRO-TEAM', licenseType: 'trial' as const, customer, durationYears: 1 }
    const made = await createLicense(req, { ...wanted, seats: 1 }, null, now)
    const answers = [bought, again, undone, { license: suspended }, made]
    expect(answers.map(leaksOf)).toEqual(answers.map(() => []))
    expect([bought.license.state, suspended.state]).toEqual(['renewed', 'suspended'])
    expect(bought.purchase).toMatchObject({ type: 'renewal', currency: 'USD' })
    expect(again).toEqual(bought)
  })

  it('records nothing where it could not read what it recorded', async () => {
    const before = await ledgerOf(company, license.id)
    const attempt = recordPurchase(await as('blind'), renewal(), null, now)
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await ledgerOf(company, license.id)).toEqual(before)
  })

  it('reads no revenue in the statistics that it may not read in the purchases', async () => {
    const period = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
    for (const stats of [salesRepStats, resellerStats]) {
      const attempt = stats(await as('billing'), period, now)
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' })
      expect(await stats(await as('sales'), period as never, now)).toHaveProperty('docs')
    }
  })
})
