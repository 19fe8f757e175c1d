import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows } from '../../database/groupRows'
import { activeStates } from '../../domain/licenses/activeLicenses'
import { DAY, monthsOf } from '../../domain/stats/statsPeriod'
import type { Expiring } from '../../api/stats/statsViews'
import { listDocuments } from '../records/listDocuments'
import type { Document } from '../records/requireDocument'
import { scopeOf } from './scopeOf'

const SHOWN = 20

/**
 * The active licenses that expire within so many days, of those that the caller may read: how many a
 * month, and the first ones with the `fields` that are named.
 */
export const expiringStats = async (
  req: PayloadRequest,
  { days, fields }: { days: number; fields: string[] },
  now: Date,
): Promise<Omit<Expiring, 'docs'> & { docs: Document[] }> => {
  const scope = scopeOf(req, 'licenses')
  const period = {
    from: now.toISOString(),
    to: new Date(now.getTime() + days * DAY).toISOString(),
  }
  const expiring: Where = {
    state: { in: activeStates },
    expiresAt: { greater_than_equal: period.from, less_than: period.to },
  }
  const groups = await groupRows(req, slugsOf(req.payload).licenses, {
    where: { and: [scope, expiring] },
    by: { month: { month: 'expiresAt' } },
  })
  const query = { limit: SHOWN, page: 1, sort: 'expiresAt' }
  const { docs } = await listDocuments(req, 'licenses', fields, { ...query, where: expiring })
  const counts = new Map(groups.map(({ count, month }) => [month, count]))
  return {
    total: groups.reduce((total, { count }) => total + count, 0),
    months: monthsOf(period).map((month) => ({ month, licenses: counts.get(month) ?? 0 })),
    docs,
  }
}
