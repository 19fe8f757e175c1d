import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type GroupKey } from '../../database/groupRows'
import type { Period } from '../../domain/statsPeriod'

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

/** Purchases of a period by some key: how many of each type, and what they brought; undone ones count against it. */
export const salesBy = async (
  req: PayloadRequest,
  key: GroupKey,
  { from, to }: Period,
): Promise<Map<null | string, Sales>> => {
  const result = new Map<null | string, Sales>()
  for (const undone of [false, true]) {
    const where: Where = {
      purchasedAt: { greater_than_equal: from, less_than: to },
      reverses: { exists: undone },
    }
    const by = { key, type: 'type', currency: 'currency' }
    const { purchases } = slugsOf(req.payload)
    for (const group of await groupRows(req, purchases, {
      where,
      by,
      sums: { amount: 'amount' },
    })) {
      const at = group.key as null | string
      const so = result.get(at) ?? noSales()
      so[counters[group.type as PurchaseType]] += undone ? -group.count : group.count
      addRevenue(so, String(group.currency), Number(group.amount))
      result.set(at, so)
    }
  }
  return result
}

const addRevenue = ({ revenue }: Sales, currency: string, amount: number): void => {
  const known = revenue.find((one) => one.currency === currency)
  if (known) known.amount += amount
  else revenue.push({ currency, amount })
  revenue.sort((a, b) => a.currency.localeCompare(b.currency, 'en'))
}
