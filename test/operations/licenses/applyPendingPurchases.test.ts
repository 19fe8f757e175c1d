import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq, type PayloadRequest } from 'payload'

import { insertRows } from '../../../src/database/insertRows'
import { addUtcYears } from '../../../src/domain/time/calendar'
import { isRenewed, replayPurchases, type Purchase } from '../../../src/domain/purchases/purchases'
import { makePurchase } from '../../../src/operations/licenses/makePurchase'
import { recordPurchase } from '../../../src/operations/licenses/recordPurchase'
import { reversePurchase } from '../../../src/operations/licenses/reversePurchase'
import { applyPendingPurchases } from '../../../src/operations/licenses/applyPendingPurchases'
import { applyRecentPurchases } from '../../../src/operations/licenses/applyRecentPurchases'
import { startCompany, type Company, type Json } from '../../support/fixtures'
import {
  buy,
  eventsOf,
  issueLicense,
  ledgerOf,
  logOf,
  storedLicense,
} from '../../support/licenseOf'
import { proveChains } from '../../support/proveWhole'

let company: Company

beforeAll(async () => {
  company = await startCompany()
})
afterAll(async () => company?.stop())

const asSales = async (): Promise<PayloadRequest> => {
  const { ids, payload } = company
  const user = await payload.findByID({ collection: 'users', id: ids.salesUser as string })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}
const system = () => createLocalReq({}, company.payload)

/** A purchase whose process died before the license heard of it, as without transactions. */
const buyAndDie = async (license: Json, input: Json): Promise<void> => {
  const req = await asSales()
  const whole = { license: license.id, amount: 100, currency: 'USD', ...input }
  const now = new Date()
  const row = await makePurchase(req, await applyPendingPurchases(req, license.id, now), whole, now)
  await insertRows(req, 'purchases', [row])
}

describe('applyPendingPurchases', () => {
  it('finishes a purchase that did not reach its license, once, also by several at a time', async () => {
    const license = await issueLicense(company)
    await buyAndDie(license, { type: 'expansion', limits: { users: 11 } })
    expect((await storedLicense(company, license.id)).limits.users).toBe(500)
    const settle = async () => applyPendingPurchases(await system(), license.id, new Date())
    await Promise.all([settle(), settle(), settle()])
    expect((await storedLicense(company, license.id)).limits.users).toBe(511)
    expect((await logOf(company, license.id)).map(({ action }) => action)).toEqual([
      'create',
      'expansion',
    ])
    expect(await eventsOf(company, license.id)).toEqual(['license.expanded'])
    await proveChains(company.payload)
  })

  it('is done by the next purchase, which counts on top of it', async () => {
    const license = await issueLicense(company)
    await buyAndDie(license, { type: 'expansion', limits: { users: 11 } })
    const { body } = await buy(company, license.id, { type: 'expansion', limits: { users: 4 } })
    expect(body.license.limits.users).toBe(515)
    expect(body.purchase).toMatchObject({ sequence: 3, usersAfter: 515 })
    expect(await eventsOf(company, license.id)).toEqual(['license.expanded', 'license.expanded'])
  })

  it('gives a license whose first purchase was lost that one anew, with its share of the line', async () => {
    const license = await issueLicense(company)
    const [origin] = await ledgerOf(company, license.id)
    const where = { license: { equals: license.id } }
    await company.payload.db.deleteMany({ collection: 'purchases', where })
    await applyPendingPurchases(await system(), license.id, new Date())
    const [anew] = await ledgerOf(company, license.id)
    expect(anew).toMatchObject({
      type: 'new',
      amount: origin.amount,
      currency: origin.currency,
      usersAfter: 500,
      purchaseKey: origin.purchaseKey,
    })
    expect(origin.amount).toBeGreaterThan(0)
  })

  it('is done by the clock for purchases of late, and for nothing else', async () => {
    const [stuck, fine] = [await issueLicense(company), await issueLicense(company)]
    await buyAndDie(stuck, { type: 'expansion', limits: { users: 11 } })
    await buy(company, fine.id, { type: 'expansion', limits: { users: 1 } })
    expect(await applyRecentPurchases(company.payload, new Date())).toEqual({ settled: 1 })
    expect((await storedLicense(company, stuck.id)).limits.users).toBe(511)
    expect(await applyRecentPurchases(company.payload, new Date())).toEqual({ settled: 0 })
  })

  it('writes nothing when all have arrived', async () => {
    const license = await issueLicense(company)
    await buy(company, license.id, { type: 'renewal' })
    const before = await storedLicense(company, license.id)
    await applyPendingPurchases(await system(), license.id, new Date())
    expect(await storedLicense(company, license.id)).toEqual(before)
  })
})

type Step = { kind: 'buy'; input: Json } | { kind: 'undo'; which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      type: fc.constant('renewal'),
      durationYears: fc.integer({ min: 1, max: 3 }),
      basis: fc.constantFrom('from_expiry', 'from_now', 'from_now_if_expired'),
    })
    .map((input) => ({ kind: 'buy' as const, input })),
  fc
    .record({
      type: fc.constant('expansion'),
      limits: fc.record({ workspaces: fc.nat(5), users: fc.nat(50) }),
    })
    .map((input) => ({ kind: 'buy' as const, input })),
  fc
    .constantFrom('PRO-TEAM', 'ENT-SUITE', 'SEAT-PACK')
    .map((sku) => ({ kind: 'buy' as const, input: { type: 'upgrade', sku } })),
  fc.nat(10).map((which) => ({ kind: 'undo' as const, which })),
)

describe('the ledger of a license', () => {
  it('amounts to what the license is, whatever was bought and undone, however much time went by', async () => {
    const years = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 700 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(years, async (steps) => {
        const license = await issueLicense(company, { sku: 'PRO-TEAM', durationYears: 1 })
        const req = await asSales()
        let now = new Date()
        for (const [one, days] of steps) {
          now = new Date(now.getTime() + days * 86_400_000)
          await take(req, license, one, now)
        }
        const stored = await storedLicense(company, license.id)
        const ledger = await ledgerOf(company, license.id)
        const at = new Date(stored.startsAt).toISOString()
        const { expiresAt, product, users, workspaces } = replayPurchases(at, ledger as Purchase[])
        expect({
          product: stored.product,
          limits: stored.limits,
          expiresAt: new Date(stored.expiresAt).toISOString(),
        }).toEqual({ product, limits: { workspaces, users }, expiresAt })
        expect(ledger.at(-1)).toMatchObject({ workspacesAfter: workspaces, usersAfter: users })
        expect(stored.lastPurchase).toBe(ledger.length)
        expect(stored.state !== 'renewed' || isRenewed(ledger as Purchase[])).toBe(true)
        expect(ledger.map(({ sequence }) => sequence)).toEqual(ledger.map((_, n) => n + 1))
      }),
      { numRuns: 8 },
    )
    await proveChains(company.payload)
  })
})

/** A step that is refused changes nothing, and so is as good as none. */
const take = async (req: PayloadRequest, license: Json, one: Step, now: Date): Promise<void> => {
  const refusals = ['NOTHING_BOUGHT', 'PURCHASE_CONFLICT', 'ALREADY_REVERSED']
  try {
    if (one.kind === 'buy') {
      const input = { license: license.id, amount: 5, currency: 'USD', ...one.input }
      await recordPurchase(req, input, null, now)
    } else {
      const ledger = await ledgerOf(company, license.id)
      await reversePurchase(req, ledger[one.which % ledger.length].id, 'Undone', now)
    }
  } catch (error) {
    if (!refusals.includes((error as { code: string }).code)) throw error
  }
}

describe('a license that expired', () => {
  it('is back after a late renewal, counted from its day; undone, it is expired again', async () => {
    const license = await issueLicense(company, { durationYears: 1 })
    const req = await asSales()
    const late = addUtcYears(new Date(license.expiresAt), 1)
    const input = { license: license.id, type: 'renewal' as const, amount: 5, currency: 'USD' }
    const renewed = await recordPurchase(req, input, null, late)
    expect(renewed.license).toMatchObject({
      state: 'renewed',
      expiresAt: addUtcYears(late, 1).toISOString(),
    })
    const undone = await reversePurchase(req, renewed.purchase.id, 'By mistake', late)
    expect(undone.license).toMatchObject({ state: 'expired', expiresAt: license.expiresAt })
  })

  it('stays expired while what was paid for lies in the past', async () => {
    const license = await issueLicense(company, { durationYears: 1 })
    const req = await asSales()
    const late = addUtcYears(new Date(license.expiresAt), 5)
    const paid = {
      type: 'renewal' as const,
      basis: 'from_expiry' as const,
      amount: 5,
      currency: 'USD',
    }
    const input = { license: license.id, durationYears: 2, ...paid }
    const { license: after } = await recordPurchase(req, input, null, late)
    expect(after.state).toBe('created')
    const again = await recordPurchase(req, { ...input, durationYears: 4 }, null, late)
    expect(again.license.state).toBe('renewed')
  })
})
