import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'

import { insertRows } from '../../../src/database/insertRows'
import type { NewRow } from '../../../src/database/newRow'
import { newId } from '../../../src/database/newId'
import { startCompany, type Company, type Json } from '../../support/fixtures'
import { buy, issueLicense, yearsAfter } from '../../support/licenseOf'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company?.stop())

/** Due and renewed of a year, by the name of the sales rep. */
const renewalsIn = async (year: number): Promise<Map<string, string>> => {
  const period = `from=${year}-01-01T00:00:00Z&to=${year + 1}-01-01T00:00:00Z`
  const { body } = await (await company.as('sales')).get(`/api/v1/stats/sales-reps?${period}`)
  return new Map(
    body.docs.map(({ due, renewalRateBps, salesRep }: Json) => [
      salesRep?.name ?? 'nobody',
      `${due} due, ${Math.round((due * (renewalRateBps ?? 0)) / 10_000)} renewed`,
    ]),
  )
}

describe('a renewal in the middle that is undone', () => {
  it('moves the ones after it: each year has one expiry of the license', async () => {
    const license = await issueLicense(company, { durationYears: 1 })
    const ends = Number(String(license.expiresAt).slice(0, 4))
    const [first] = [
      await buy(company, license.id, { type: 'renewal', durationYears: 1 }),
      await buy(company, license.id, { type: 'renewal', durationYears: 1 }),
    ]
    const path = `/api/v1/purchases/${first.body.purchase.id}/reverse`
    const { body } = await (await company.as('sales')).post(path, { reason: 'Twice by mistake' })
    expect(body.license.expiresAt).toBe(yearsAfter(license.expiresAt, 1))
    expect((await renewalsIn(ends)).get('nobody')).toBe('1 due, 1 renewed')
    // It has not come yet, and nobody renewed it.
    expect((await renewalsIn(ends + 1)).get('nobody') ?? '0 due').toMatch(/^0 due/)
  })
})

const START = 2_010
const at = (year: number): string => `${year}-06-15T12:00:00.000Z`

type Step = 'expansion' | 'renewal' | { undo: number }
/** A renewal of a year, something else, or the undoing of one of the purchases before. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>('renewal') },
    { weight: 1, arbitrary: fc.constant<Step>('expansion') },
    { weight: 3, arbitrary: fc.nat(9).map((undo): Step => ({ undo })) },
  ),
  { minLength: 1, maxLength: 9 },
)

/** The rows that the steps leave, as they were written, by nothing but counting years. */
const ledgerOf = (license: unknown, frame: object, taken: Step[]): NewRow[] => {
  const rows: NewRow[] = []
  const isHeld = ({ id, reverses }: NewRow) => !reverses && !rows.some((row) => row.reverses === id)
  const endOf = () => START + 1 + rows.filter((row) => row.type === 'renewal' && isHeld(row)).length
  const write = (data: object) => {
    const key = `${String(license)}:${rows.length + 1}`
    const row: NewRow = {
      ...frame,
      id: newId(company.payload),
      license,
      sequence: rows.length + 1,
      ...{ purchaseKey: key, reversalKey: key, requestKey: key },
      ...data,
    }
    rows.push(row)
    row.expiresAfter = at(endOf())
  }
  write({ type: 'new', productWorkspaces: 1, productUsers: 1 })
  for (const step of taken) {
    const expiresBefore = at(endOf())
    if (typeof step === 'string')
      write({ type: step, expiresBefore, ...(step === 'renewal' && renewal) })
    else {
      const undone = rows
        .slice(1)
        .filter(isHeld)
        .at(-1 - step.undo)
      if (undone) write({ type: undone.type, expiresBefore, reverses: undone.id })
    }
  }
  return rows
}
/** What only some rows have. */
const nothing = {
  ...{ basis: null, durationYears: null, expiresBefore: null, reverses: null },
  ...{ productUsers: null, productWorkspaces: null },
}
const renewal = { durationYears: 1, basis: 'from_expiry' }

/** What the figures must be: a year for each renewal that holds, then the one that lapsed. */
const expected = (rows: NewRow[]): Record<number, string> => {
  const undone = new Set(rows.map(({ reverses }) => reverses))
  const held = rows.filter((row) => row.type === 'renewal' && !row.reverses && !undone.has(row.id))
  const years = held.map((_, index) => [START + 1 + index, '1 due, 1 renewed'] as const)
  return { ...Object.fromEntries(years), [START + 1 + held.length]: '1 due, 0 renewed' }
}

describe('whatever was bought and undone, in any order', () => {
  it('has each expiry of each license in its year once, as its purchases amount to', async () => {
    const { ids, payload } = company
    const req = await createLocalReq({}, payload)
    const stories = fc.sample(steps, { numRuns: 40, seed: 20_261_125 })
    const wanted: [string, Record<number, string>][] = []
    for (const [index, taken] of stories.entries()) {
      const name = `Rep ${String(index).padStart(2, '0')}`
      const { id: salesRep } = await payload.create({
        collection: 'sales-reps',
        data: { name, email: `rep${index}@company.test` },
      })
      const owned = { customer: ids.acme, partner: ids.alpha, salesRep, product: ids.suite }
      const times = { createdAt: at(START), updatedAt: at(START) }
      const [license] = await insertRows(req, 'licenses', [
        {
          ...owned,
          ...times,
          id: newId(payload),
          licenseId: `TST-201001-${String(index + 1).padStart(6, '0')}`,
          issueKey: `renewals:${index}`,
          state: 'expired',
          productType: 'enterprise',
          licenseType: 'subscription',
          seats: 1,
          limits: { workspaces: 1, users: 1 },
          revision: 0,
          startsAt: at(START),
        },
      ])
      const paid = { amount: 0, currency: 'USD', purchasedAt: at(START) }
      const rows = ledgerOf(license?.id, { ...nothing, ...owned, ...times, ...paid }, taken)
      await insertRows(req, 'purchases', rows)
      await payload.db.updateOne({
        collection: 'licenses',
        id: license?.id as string,
        data: { expiresAt: rows.at(-1)?.expiresAfter },
      })
      wanted.push([name, expected(rows)])
    }
    const seen: Record<string, Record<number, string>> = {}
    for (let year = START; year < START + 12; year += 1)
      for (const [name, figures] of await renewalsIn(year))
        if (!figures.startsWith('0 due')) (seen[name] ??= {})[year] = figures
    expect(seen).toEqual(Object.fromEntries(wanted))
  })
})
