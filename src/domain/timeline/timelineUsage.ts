import { timelineEventOf, iso, type Instant } from './timelineEventOf'
import { limitsAfter, type TimelinePurchase } from './timelinePurchases'
import type { TimelineEvent, TimelineFigures } from './timelineView'
import { usagePeaks, type UsageDay } from '../usage/usagePeaks'

/** The first report, then the peak of each month, with the share of the limits of that time. */
export const usageEvents = (
  days: UsageDay[],
  firstReportAt: Instant | null,
  purchases: TimelinePurchase[],
): TimelineEvent[] => {
  const [first] = days
  if (!first) return []
  const reportedAt = firstReportAt && iso(firstReportAt)
  // Days may reach back further than the reports that are still kept.
  const start = reportedAt?.startsWith(first.day) ? reportedAt : startOf(first.day)
  const peaks = usagePeaks(days).filter(({ day }) => day !== first.day)
  return [
    timelineEventOf('usage', 'usage.first', start, { figures: figuresOf(first, purchases) }),
    ...peaks.map((peak) =>
      timelineEventOf('usage', 'usage.peak', startOf(peak.day), {
        params: { month: peak.month },
        figures: figuresOf(peak, purchases),
      }),
    ),
  ]
}

const startOf = (day: string): Instant => `${day}T00:00:00.000Z`

const figuresOf = (usage: UsageDay, purchases: TimelinePurchase[]): Partial<TimelineFigures> => {
  const { users, workspaces } = usage
  const last = purchases.findLast(({ purchasedAt }) => iso(purchasedAt).slice(0, 10) <= usage.day)
  const after = last && limitsAfter(last)
  return {
    usage: { workspaces, users },
    limits: after ? { before: null, after } : null,
    shareBps: after
      ? {
          workspaces: shareOf(workspaces, after.workspaces),
          users: shareOf(users, after.users),
        }
      : null,
  }
}

/** In basis points, rounded; more than 10,000 is more than the limit. */
const shareOf = (used: number, limit: number): null | number =>
  limit > 0 ? Math.round((used * 10_000) / limit) : null
