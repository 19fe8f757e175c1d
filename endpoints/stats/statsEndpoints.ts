import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'

import { daysQuery, periodOf, periodQuery, type Period } from '../../src/domain/stats/statsPeriod'
import {
  engineerStatsView,
  expiringView,
  overviewView,
  resellerStatsView,
  salesRepStatsView,
  usageStatsView,
} from '../../src/api/stats/statsViews'
import { licenseResourceView } from '../../src/api/licenses/licenseView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { engineerStats } from '../../src/operations/stats/engineerStats'
import { expiringStats } from '../../src/operations/stats/expiringStats'
import { overviewStats } from '../../src/operations/stats/overviewStats'
import { resellerStats } from '../../src/operations/stats/resellerStats'
import { salesRepStats } from '../../src/operations/stats/salesRepStats'
import { usageStats } from '../../src/operations/stats/usageStats'

const common = {
  method: 'get',
  tag: 'Statistics',
  caller: 'user',
  errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'],
} as const

const overview = defineEndpoint({
  ...common,
  path: '/v1/stats/overview',
  summary: 'Licenses, usage and orders in figures, of what the caller may see',
  errors: ['UNAUTHENTICATED', 'FORBIDDEN'],
  response: overviewView,
  handler: async ({ now, req }) => ({ body: await overviewStats(req, now) }),
})

const expiring = defineEndpoint({
  ...common,
  path: '/v1/stats/expiring',
  summary: 'Active licenses that expire in the next days, of those that the caller may see',
  query: daysQuery,
  response: expiringView,
  handler: async ({ now, query, req }) => {
    const fields = Object.keys(licenseResourceView.schema.shape)
    const { docs, ...counts } = await expiringStats(req, { days: query.days, fields }, now)
    return { body: { ...counts, docs: docs.map(licenseResourceView.view) } }
  },
})

const usage = defineEndpoint({
  ...common,
  path: '/v1/stats/usage',
  summary: 'Usage of the last days and of the largest users, of what the caller may see',
  query: daysQuery,
  response: usageStatsView,
  handler: async ({ now, query, req }) => ({ body: await usageStats(req, query.days, now) }),
})

const ofPeriod = <R extends z.ZodType>(
  path: `/${string}`,
  summary: string,
  response: R,
  compute: (req: PayloadRequest, period: Period, now: Date) => Promise<z.input<R>>,
): Endpoint =>
  defineEndpoint({
    ...common,
    path,
    summary,
    query: periodQuery,
    response,
    handler: async ({ now, query, req }) => ({
      body: await compute(req, periodOf(query, now), now),
    }),
  })

/** Statistics; what is about our own people and about all partners is for staff. */
export const statsEndpoints: Endpoint[] = [
  overview,
  expiring,
  usage,
  ofPeriod(
    '/v1/stats/sales-reps',
    'What each sales rep sold in a period, for staff',
    salesRepStatsView,
    salesRepStats,
  ),
  ofPeriod(
    '/v1/stats/engineers',
    'What each engineer deployed in a period, for staff',
    engineerStatsView,
    engineerStats,
  ),
  ofPeriod(
    '/v1/stats/resellers',
    'What each partner ordered in a period, for staff',
    resellerStatsView,
    resellerStats,
  ),
]
