import type { PayloadRequest } from 'payload'

import { monthsOf, type Period } from '../../domain/stats/statsPeriod'
import type { SalesRepStats } from '../../api/stats/statsViews'
import { namesOf } from './namesOf'
import { renewalsBy, shareBps } from './renewalsBy'
import { noSales, salesBy } from './salesBy'
import { requireAll } from './scopeOf'

/** What each sales rep sold in a period, and how many of the due licenses were renewed; for staff. */
export const salesRepStats = async (
  req: PayloadRequest,
  period: Period,
  now: Date,
): Promise<SalesRepStats> => {
  await requireAll(req, {
    licenses: ['salesRep'],
    purchases: ['amount', 'salesRep'],
    salesReps: ['name'],
  })
  const sales = await salesBy(req, 'salesRep', period)
  const renewals = await renewalsBy(req, 'salesRep', period, now)
  const months = await salesBy(req, { month: 'purchasedAt' }, period)
  const ids = new Set([...sales.keys(), ...renewals.keys()])
  const reps = await namesOf(req, 'salesReps', ids)
  return {
    docs: [...reps, ...(ids.has(null) ? [null] : [])].map((salesRep) => {
      const id = salesRep?.id ?? null
      const { due, renewed } = renewals.get(id) ?? { due: 0, renewed: 0 }
      return {
        salesRep,
        ...(sales.get(id) ?? noSales()),
        due,
        renewalRateBps: shareBps(renewed, due),
      }
    }),
    months: monthsOf(period).map((month) => ({ month, ...(months.get(month) ?? noSales()) })),
  }
}
