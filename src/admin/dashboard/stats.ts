import type { z } from 'zod'

import type {
  expiringView,
  overviewView,
  salesRepStatsView,
  usageStatsView,
} from '../../domain/statsViews'

/** What `/v1/stats/overview` answers. */
export type Overview = z.output<typeof overviewView>

/** What `/v1/stats/expiring` answers. */
export type Expiring = z.output<typeof expiringView>

/** What `/v1/stats/usage` answers. */
export type Usage = z.output<typeof usageStatsView>

/** What `/v1/stats/sales-reps` answers. */
export type Sales = z.output<typeof salesRepStatsView>
