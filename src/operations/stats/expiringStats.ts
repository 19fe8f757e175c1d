import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows } from '../../database/groupRows'
import { activeStates } from '../../domain/licenses/activeLicenses'
import { licenseResourceView } from '../../api/licenses/licenseView'
import { DAY, monthsOf } from '../../domain/stats/statsPeriod'
import type { Expiring } from '../../api/stats/statsViews'
import { listDocuments } from '../records/listDocuments'
import { scopeOf } from './scopeOf'

const SHOWN = 20
const shown = Object.keys(licenseResourceView.schema.shape)

/** The active licenses that expire within so many days, of those that the caller may read. */
export const expiringStats = async (
  req: PayloadRequest,
  days: number,
  now: Date,
): Promise<Expiring> => {
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
  const { docs } = await listDocuments(req, 'licenses', shown, { ...query, where: expiring })
  const counts = new Map(groups.map(({ count, month }) => [month, count]))
  return {
    total: groups.reduce((total, { count }) => total + count, 0),
    months: monthsOf(period).map((month) => ({ month, licenses: counts.get(month) ?? 0 })),
    docs: docs.map(licenseResourceView.view),
  }
}
