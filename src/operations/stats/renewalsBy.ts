import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import { idOf, type Id } from '../../domain/idOf'
import { lastingPurchases } from '../../domain/purchases/purchases'
import { renewalsOf } from '../../domain/purchases/renewals'
import type { Period } from '../../domain/stats/statsPeriod'
import type { License, Purchase } from '../../payload-types'
import { startOf } from '../licenses/applyPendingPurchases'
import { readByIn, undonePurchases } from './undonePurchases'

/** Licenses whose expiry fell into a period, and how many of them were renewed. */
export type Renewals = { due: number; renewed: number }

type Field = 'partner' | 'salesRep'
type Sums = Map<null | string, Renewals>

/**
 * By sales rep or partner: an expiry in the period that a renewal followed up, early or late, and
 * that nobody undid, is renewed; one that is past and still the license's own is not. Where a
 * renewal was undone, the later ones follow up other expiries than they say: there the ledger is
 * replayed.
 */
export const renewalsBy = async (
  req: PayloadRequest,
  field: Field,
  period: Period,
  now: Date,
): Promise<Sums> => {
  const { licenses, purchases } = slugsOf(req.payload)
  const by = { [field]: field }
  const { from, to } = period
  const renewed: Where = {
    type: { equals: 'renewal' },
    reverses: { exists: false },
    expiresBefore: { greater_than_equal: from, less_than: to },
  }
  const past = to < now.toISOString() ? to : now.toISOString()
  const lapsed = { expiresAt: { greater_than_equal: from, less_than: past } }
  const sums: Sums = new Map()
  const addGroups = (groups: Group[], done: number) =>
    groups.forEach((group) => add(sums, group[field] as null | string, group.count, done))
  addGroups(await groupRows(req, purchases, { where: renewed, by }), 1)
  for (const ledger of await disturbedLedgers(req)) correct(sums, field, period, ledger)
  addGroups(await groupRows(req, licenses, { where: lapsed, by }), 0)
  return sums
}

const add = (sums: Sums, key: null | string, due: number, done: number): void => {
  const so = sums.get(key) ?? { due: 0, renewed: 0 }
  sums.set(key, { due: so.due + due, renewed: so.renewed + due * done })
}

type Ledger = { license: License; purchases: Purchase[] }

/** The ledgers of the licenses that a renewal of was undone: few, being corrections by hand. */
const disturbedLedgers = async (req: PayloadRequest): Promise<Ledger[]> => {
  const slugs = slugsOf(req.payload)
  const undone = await undonePurchases(req, { type: { equals: 'renewal' } })
  const ids = [...new Set(undone.map(({ purchase }) => idOf(purchase.license) as Id))]
  const purchases = await readByIn<Purchase>(req, slugs.purchases, 'license', ids)
  purchases.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
  return (await readByIn<License>(req, slugs.licenses, 'id', ids)).map((license) => ({
    license,
    purchases: purchases.filter((one) => idOf(one.license) === license.id),
  }))
}

/** Puts what was replayed in the place of what the rows say. */
const correct = (
  sums: Sums,
  field: Field,
  { from, to }: Period,
  { license, purchases }: Ledger,
): void => {
  const count = (purchase: Purchase, due: null | string | undefined, times: number) => {
    const of = idOf(purchase[field])
    if (due && due >= from && due < to) add(sums, of === null ? null : String(of), times, 1)
  }
  for (const purchase of purchases)
    if (purchase.type === 'renewal' && idOf(purchase.reverses) === null)
      count(purchase, purchase.expiresBefore, -1)
  for (const { due, purchase } of heldRenewals(license, purchases)) count(purchase, due, 1)
}

/** Of a ledger that lost its beginning there are only the words of its rows; the auditor names it. */
const heldRenewals = (license: License, purchases: Purchase[]) =>
  purchases[0]?.type === 'new'
    ? renewalsOf(startOf(license), purchases)
    : lastingPurchases(purchases)
        .filter(({ type }) => type === 'renewal')
        .map((purchase) => ({ purchase, due: purchase.expiresBefore }))

/** A share in basis points, of nothing `null`. */
export const shareBps = (part: number, whole: number): null | number =>
  whole > 0 ? Math.round((part / whole) * 10_000) : null
