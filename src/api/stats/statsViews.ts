import { z } from 'zod'

import { licenseResourceView } from '../licenses/licenseView'
import { licenseStates } from '../../domain/licenses/licenseMachine'
import { orderStates } from '../../domain/orders/orderMachine'

const count = z.number().int().min(0)
const net = z.number().int()
const month = z
  .string()
  .regex(/^\d{4}-\d\d$/)
  .describe('A month in UTC, such as 2026-12.')
const named = z.object({ id: z.string(), name: z.string() })
const bps = z.number().int().nullable()

const revenue = z
  .array(z.object({ currency: z.string(), amount: z.number().int() }))
  .describe('Minor units, by currency; what was undone counts against it.')
revenue.register(z.globalRegistry, { title: 'Revenue' })

export const overviewView = z.object({
  licenses: z.object({
    total: count,
    active: count.describe('Neither expired nor suspended nor terminated.'),
    inactive: count,
    byState: z.object(
      Object.fromEntries(licenseStates.map((state) => [state, count])) as Record<
        string,
        typeof count
      >,
    ),
    byProductType: z.record(z.string(), count),
    expiring: z
      .object({ d30: count, d60: count, d90: count })
      .describe(
        'Active licenses that expire within so many days from now; each includes the one before.',
      ),
  }),
  usage: z
    .object({
      workspaces: count,
      users: count,
      overLimit: count.describe('Active licenses whose latest usage is above one of their limits.'),
    })
    .describe('The latest usage of the active licenses.'),
  orders: z.object({ byState: z.partialRecord(z.enum(orderStates), count) }),
})
overviewView.register(z.globalRegistry, { title: 'Overview' })

export const expiringView = z.object({
  total: count,
  months: z.array(z.object({ month, licenses: count })),
  docs: z.array(licenseResourceView.schema).describe('The soonest first, 20 at most.'),
})
expiringView.register(z.globalRegistry, { title: 'ExpiringLicenses' })

const used = { workspaces: count, users: count, licenses: count }

export const usageStatsView = z.object({
  days: z
    .array(z.object({ day: z.string(), ...used }))
    .describe('The sums of the licenses’ highest reports of each UTC day.'),
  customers: z
    .array(
      z.object({
        customer: named,
        ...used,
        limits: z.object({ workspaces: count, users: count }),
      }),
    )
    .describe('The ten customers who use the largest share of a limit.'),
})
usageStatsView.register(z.globalRegistry, { title: 'UsageStatistics' })

/** Purchases of each type, the undone ones subtracted. */
const sold = { newPurchases: net, renewals: net, expansions: net, upgrades: net }
const renewalRate = bps.describe(
  'Of the licenses whose expiry fell into the period, the share that was renewed, in basis points.',
)

export const salesRepStatsView = z.object({
  docs: z.array(
    z.object({
      salesRep: named.nullable(),
      ...sold,
      due: count.describe('Licenses whose expiry fell into the period.'),
      renewalRateBps: renewalRate,
      revenue,
    }),
  ),
  months: z.array(z.object({ month, ...sold, revenue })),
})
salesRepStatsView.register(z.globalRegistry, { title: 'SalesRepStatistics' })

export const engineerStatsView = z.object({
  docs: z.array(
    z.object({
      engineer: named.nullable(),
      scheduled: count,
      inProgress: count,
      completed: count,
      failed: count.describe(
        'Every failure, also of what was scheduled anew; at the time of a deployment’s last one.',
      ),
      cancelled: count,
      leadTimeDays: z
        .number()
        .nullable()

        .describe(
          'The mean of the days from the scheduled start to the completion; what is done ahead of its schedule takes none.',
        ),
      failureRateBps: bps.describe('Failures of completions and failures, in basis points.'),
    }),
  ),
  months: z.array(z.object({ month, completed: count, failed: count })),
})
engineerStatsView.register(z.globalRegistry, { title: 'EngineerStatistics' })

export const resellerStatsView = z.object({
  docs: z.array(
    z.object({
      partner: named,
      orders: count.describe('Orders of the period that were sent and not rejected or canceled.'),
      licenses: count,
      active: count,
      revenue,
      renewalRateBps: renewalRate,
    }),
  ),
})
resellerStatsView.register(z.globalRegistry, { title: 'ResellerStatistics' })

export type Overview = z.output<typeof overviewView>
export type Expiring = z.output<typeof expiringView>
export type UsageStats = z.output<typeof usageStatsView>
export type SalesRepStats = z.output<typeof salesRepStatsView>
export type EngineerStats = z.output<typeof engineerStatsView>
export type ResellerStats = z.output<typeof resellerStatsView>
