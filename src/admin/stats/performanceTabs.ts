import type { SlugKey } from '../../slugs'
import type { ChartColor } from '../ui/charts/chartColors'
import type { TextKey } from '../texts'

/** How a column is shown: text, count, basis points as percent, days, or amounts by currency. */
export type ColumnKind = 'bps' | 'count' | 'days' | 'money'

export type Column = { key: string; text: TextKey; kind: ColumnKind }

export type TabKey = 'engineers' | 'resellers' | 'salesReps'

export type Tab = {
  /** Below `/v1/stats/`. */
  path: string
  /** The field of a row that names who it is about, and the collection where they are. */
  who: string
  slug: SlugKey
  columns: Column[]
  /** What the chart shows, by month or, where there are none, by who. */
  chart: { text: TextKey; series: { key: string; text: TextKey; color: ChartColor }[] }
}

/** One table for each kind of people; order = order on the page. */
export const performanceTabs: Record<TabKey, Tab> = {
  salesReps: {
    path: 'sales-reps',
    who: 'salesRep',
    slug: 'salesReps',
    columns: [
      { key: 'newPurchases', text: 'newPurchases', kind: 'count' },
      { key: 'renewals', text: 'renewals', kind: 'count' },
      { key: 'expansions', text: 'expansions', kind: 'count' },
      { key: 'upgrades', text: 'upgrades', kind: 'count' },
      { key: 'due', text: 'dueForRenewal', kind: 'count' },
      { key: 'renewalRateBps', text: 'renewalRate', kind: 'bps' },
      { key: 'revenue', text: 'revenue', kind: 'money' },
    ],
    chart: {
      text: 'purchasesByMonth',
      series: [
        { key: 'newPurchases', text: 'newPurchases', color: 'main' },
        { key: 'renewals', text: 'renewals', color: 'good' },
        { key: 'expansions', text: 'expansions', color: 'warning' },
        { key: 'upgrades', text: 'upgrades', color: 'muted' },
      ],
    },
  },
  engineers: {
    path: 'engineers',
    who: 'engineer',
    slug: 'engineers',
    columns: [
      { key: 'scheduled', text: 'scheduledCount', kind: 'count' },
      { key: 'inProgress', text: 'running', kind: 'count' },
      { key: 'completed', text: 'completedCount', kind: 'count' },
      { key: 'failed', text: 'failedCount', kind: 'count' },
      { key: 'cancelled', text: 'cancelledCount', kind: 'count' },
      { key: 'leadTimeDays', text: 'leadTime', kind: 'days' },
      { key: 'failureRateBps', text: 'failureRate', kind: 'bps' },
    ],
    chart: {
      text: 'deploymentsByMonth',
      series: [
        { key: 'completed', text: 'completedCount', color: 'good' },
        { key: 'failed', text: 'failedCount', color: 'bad' },
      ],
    },
  },
  resellers: {
    path: 'resellers',
    who: 'partner',
    slug: 'partners',
    columns: [
      { key: 'orders', text: 'orders', kind: 'count' },
      { key: 'licenses', text: 'licenses', kind: 'count' },
      { key: 'active', text: 'active', kind: 'count' },
      { key: 'renewalRateBps', text: 'renewalRate', kind: 'bps' },
      { key: 'revenue', text: 'revenue', kind: 'money' },
    ],
    chart: {
      text: 'licensesByReseller',
      series: [
        { key: 'licenses', text: 'licenses', color: 'muted' },
        { key: 'active', text: 'active', color: 'good' },
      ],
    },
  },
}
