import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows } from '../../database/groupRows'
import { activeStates } from '../../domain/licenses/activeLicenses'
import type { OrderState } from '../../domain/orders/orderMachine'
import type { Period } from '../../domain/stats/statsPeriod'
import type { ResellerStats } from '../../api/stats/statsViews'
import type { SlugKey } from '../../slugs'
import { namesOf } from './namesOf'
import { renewalsBy, shareBps } from './renewalsBy'
import { noSales, salesBy } from './salesBy'
import { requireAll } from './scopeOf'

const placed: OrderState[] = ['pending_review', 'pending_payment', 'in_progress', 'completed']

/** What each partner ordered in a period, the licenses that it has, and how many were renewed; for staff. */
export const resellerStats = async (
  req: PayloadRequest,
  period: Period,
  now: Date,
): Promise<ResellerStats> => {
  await requireAll(req, {
    licenses: ['partner'],
    orders: ['partner'],
    partners: ['name'],
    purchases: ['amount', 'partner'],
  })
  const counts = countsByPartner(req)
  const orders = await counts('orders', {
    state: { in: placed },
    orderDate: { greater_than_equal: period.from, less_than: period.to },
  })
  const licenses = await counts('licenses', {})
  const active = await counts('licenses', { state: { in: activeStates } })
  const sales = await salesBy(req, 'partner', period)
  const renewals = await renewalsBy(req, 'partner', period, now)
  const ids = [orders, licenses, sales, renewals].flatMap((one) => [...one.keys()])
  const partners = await namesOf(req, 'partners', ids)
  return {
    docs: partners.map((partner) => {
      const { id } = partner
      const { due, renewed } = renewals.get(id) ?? { due: 0, renewed: 0 }
      return {
        partner,
        orders: orders.get(id) ?? 0,
        licenses: licenses.get(id) ?? 0,
        active: active.get(id) ?? 0,
        revenue: (sales.get(id) ?? noSales()).revenue,
        renewalRateBps: shareBps(renewed, due),
      }
    }),
  }
}

const countsByPartner =
  (req: PayloadRequest) =>
  async (key: SlugKey, where: Where): Promise<Map<null | string, number>> => {
    const by = { partner: 'partner' }
    const groups = await groupRows(req, slugsOf(req.payload)[key], { where, by })
    return new Map(groups.map(({ count, partner }) => [partner as null | string, count]))
  }
