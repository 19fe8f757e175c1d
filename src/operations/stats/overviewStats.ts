import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import { activeStates } from '../../domain/licenses/activeLicenses'
import { licenseStates, type LicenseState } from '../../domain/licenses/licenseMachine'
import type { OrderState } from '../../domain/orders/orderMachine'
import { DAY } from '../../domain/stats/statsPeriod'
import type { Overview } from '../../api/stats/statsViews'
import { reachInto, scopeOf } from './scopeOf'

/** The figures of the dashboard, of the licenses and orders that the caller may read. */
export const overviewStats = async (req: PayloadRequest, now: Date): Promise<Overview> => {
  const where = scopeOf(req, 'licenses')
  const within = (days: number) => ({
    expiresAt: {
      greater_than_equal: now.toISOString(),
      less_than: new Date(now.getTime() + days * DAY).toISOString(),
    },
  })
  const groups = await groupRows(req, slugsOf(req.payload).licenses, {
    where,
    by: { state: 'state', productType: 'productType' },
    sums: { workspaces: 'usage.workspaces', users: 'usage.users' },
    counts: {
      d30: within(30),
      d60: within(60),
      d90: within(90),
      overLimit: {
        above: [
          ['usage.workspaces', 'limits.workspaces'],
          ['usage.users', 'limits.users'],
        ],
      },
    },
  })
  const active = groups.filter(isActive)
  const total = sum(groups, 'count')
  return {
    licenses: {
      total,
      active: sum(active, 'count'),
      inactive: total - sum(active, 'count'),
      byState: byState(groups),
      byProductType: byProductType(groups),
      expiring: { d30: sum(active, 'd30'), d60: sum(active, 'd60'), d90: sum(active, 'd90') },
    },
    usage: {
      workspaces: sum(active, 'workspaces'),
      users: sum(active, 'users'),
      overLimit: sum(active, 'overLimit'),
    },
    orders: { byState: await ordersByState(req) },
  }
}

const isActive = ({ state }: Group) => activeStates.includes(state as LicenseState)
const inState = (state: string) => (group: Group) => group.state === state
const sum = (groups: Group[], name: string): number =>
  groups.reduce((total, group) => total + Number(group[name]), 0)

const byState = (groups: Group[]): Overview['licenses']['byState'] => {
  const counts = licenseStates.map((state) => [state, sum(groups.filter(inState(state)), 'count')])
  return Object.fromEntries(counts) as Overview['licenses']['byState']
}

const byProductType = (groups: Group[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { count, productType } of groups)
    if (productType !== null)
      counts[productType as string] = (counts[productType as string] ?? 0) + count
  return counts
}

/** None where the caller may see no orders, as engineers. */
const ordersByState = async (req: PayloadRequest): Promise<Partial<Record<OrderState, number>>> => {
  const where = reachInto(req, 'orders')
  if (!where) return {}
  const groups = await groupRows(req, slugsOf(req.payload).orders, {
    where,
    by: { state: 'state' },
  })
  return Object.fromEntries(groups.map(({ count, state }) => [state, count]))
}
