import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows } from '../../database/groupRows'
import type { GroupKey } from '../../database/grouping'
import { idOf } from '../../domain/idOf'
import type { Period } from '../../domain/stats/statsPeriod'
import { undonePurchases, type Undone } from './undonePurchases'

const counters = {
  new: 'newPurchases',
  renewal: 'renewals',
  expansion: 'expansions',
  upgrade: 'upgrades',
} as const

type PurchaseType = keyof typeof counters

export type Sales = Record<(typeof counters)[PurchaseType], number> & {
  /** Minor units. */
  revenue: { currency: string; amount: number }[]
}

export const noSales = (): Sales => ({
  newPurchases: 0,
  renewals: 0,
  expansions: 0,
  upgrades: 0,
  revenue: [],
})

/**
 * Purchases of a period by some key: how many of each type, and what they brought. Undone ones count
 * against it, and against whoever sold them, be the license another one's by then.
 */
export const salesBy = async (
  req: PayloadRequest,
  key: GroupKey,
  { from, to }: Period,
): Promise<Map<null | string, Sales>> => {
  const result = new Map<null | string, Sales>()
  const within: Where = { purchasedAt: { greater_than_equal: from, less_than: to } }
  const add = (at: null | string, type: PurchaseType, count: number, revenue: Revenue) => {
    const so = result.get(at) ?? noSales()
    so[counters[type]] += count
    addRevenue(so, revenue.currency, revenue.amount)
    result.set(at, so)
  }
  const groups = await groupRows(req, slugsOf(req.payload).purchases, {
    where: { and: [within, { reverses: { exists: false } }] },
    by: { key, type: 'type', currency: 'currency' },
    sums: { amount: 'amount' },
  })
  for (const { amount, count, currency, key: at, type } of groups) {
    const revenue = { currency: String(currency), amount: Number(amount) }
    add(at as null | string, type as PurchaseType, count, revenue)
  }
  for (const undone of await undonePurchases(req, within)) {
    const { amount, currency, type } = undone.counter
    add(keyOf(undone, key), type, -1, { currency, amount })
  }
  return result
}

type Revenue = Sales['revenue'][number]

/** Whom a counter entry counts for, or in which month. */
const keyOf = ({ counter, purchase }: Undone, key: GroupKey): null | string => {
  if (typeof key !== 'string') return String(counter.purchasedAt).slice(0, 7)
  const of = idOf(purchase[key as 'partner' | 'salesRep'])
  return of === null ? null : String(of)
}

const addRevenue = ({ revenue }: Sales, currency: string, amount: number): void => {
  const known = revenue.find((one) => one.currency === currency)
  if (known) known.amount += amount
  else revenue.push({ currency, amount })
  revenue.sort((a, b) => a.currency.localeCompare(b.currency, 'en'))
}
