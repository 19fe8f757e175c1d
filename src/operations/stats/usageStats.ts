import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import { activeStates } from '../../domain/licenses/activeLicenses'
import { daysUpTo } from '../../domain/stats/statsPeriod'
import type { UsageStats } from '../../api/stats/statsViews'
import { namesOf } from './namesOf'
import { scopeOf } from './scopeOf'

const CUSTOMERS = 10

/** Usage by day and by customer, of the licenses that the caller may read. */
export const usageStats = async (
  req: PayloadRequest,
  days: number,
  now: Date,
): Promise<UsageStats> => {
  const shown = daysUpTo(now, days)
  const since: Where = { day: { greater_than_equal: shown[0] } }
  const groups = await groupRows(req, slugsOf(req.payload).usageDays, {
    where: { and: [scopeOf(req, 'usageDays'), since] },
    by: { day: 'day' },
    sums: { workspaces: 'workspaces', users: 'users' },
  })
  const byDay = new Map(groups.map((group) => [group.day, group]))
  return {
    days: shown.map((day) => ({ day, ...figures(byDay.get(day)) })),
    customers: await largestUsers(req),
  }
}

const figures = (group: Group | undefined) => ({
  workspaces: Number(group?.workspaces ?? 0),
  users: Number(group?.users ?? 0),
  licenses: group?.count ?? 0,
})

const largestUsers = async (req: PayloadRequest): Promise<UsageStats['customers']> => {
  const reported: Where = { 'usage.reportedAt': { exists: true }, state: { in: activeStates } }
  const groups = await groupRows(req, slugsOf(req.payload).licenses, {
    where: { and: [scopeOf(req, 'licenses'), reported] },
    by: { customer: 'customer' },
    sums: {
      workspaces: 'usage.workspaces',
      users: 'usage.users',
      mostWorkspaces: 'limits.workspaces',
      mostUsers: 'limits.users',
    },
    top: {
      ratios: [
        ['usage.workspaces', 'limits.workspaces'],
        ['usage.users', 'limits.users'],
      ],
      limit: CUSTOMERS,
    },
  })
  const names = await namesOf(
    req,
    'customers',
    groups.map(({ customer }) => customer),
  )
  const byId = new Map(names.map((customer) => [customer.id, customer]))
  return groups.flatMap((group) => {
    const customer = byId.get(String(group.customer))
    const limits = { workspaces: Number(group.mostWorkspaces), users: Number(group.mostUsers) }
    return customer ? [{ customer, ...figures(group), limits }] : []
  })
}
