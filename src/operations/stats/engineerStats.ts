import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import type { Grouping } from '../../database/grouping'
import { DAY, monthsOf, type Period } from '../../domain/stats/statsPeriod'
import type { EngineerStats } from '../../api/stats/statsViews'
import { namesOf } from './namesOf'
import { shareBps } from './renewalsBy'
import { requireAll } from './scopeOf'

type Doc = EngineerStats['docs'][number]

const names = {
  scheduled: 'scheduled',
  in_progress: 'inProgress',
  completed: 'completed',
  cancelled: 'cancelled',
} as const

type Counted = Record<(typeof names)[keyof typeof names] | 'failed' | 'seconds', number>

/**
 * What each engineer has before it, and what became of it in a period; for staff. Open ones count
 * whenever they are scheduled, completed ones by their end, canceled ones by their schedule. Failures
 * count whatever became of the deployment since: at the time of its last one, for whose it was then.
 */
export const engineerStats = async (
  req: PayloadRequest,
  period: Period,
): Promise<EngineerStats> => {
  await requireAll(req, { deployments: ['engineer'], engineers: ['name'] })
  const within = { greater_than_equal: period.from, less_than: period.to }
  const { deployments } = slugsOf(req.payload)
  const completed: Where = { state: { equals: 'completed' }, finishedAt: within }
  const grouped = (where: Where) =>
    groupRows(req, deployments, {
      where,
      by: { engineer: 'engineer', state: 'state' },
      sums: { seconds: { from: 'scheduledAt', to: 'finishedAt' } },
    })
  const failed = (by: Grouping['by']) =>
    groupRows(req, deployments, {
      where: { failedAt: within },
      by,
      sums: { failures: 'failures' },
    })
  const counted = countEach(
    [
      ...(await grouped({ state: { in: ['scheduled', 'in_progress'] } })),
      ...(await grouped(completed)),
      ...(await grouped({ state: { equals: 'cancelled' }, scheduledAt: within })),
    ],
    await failed({ engineer: 'failedBy' }),
  )
  const by = { month: { month: 'finishedAt' } }
  const completions = await groupRows(req, deployments, { where: completed, by })
  const failures = await failed({ month: { month: 'failedAt' } })
  const of = (groups: Group[], month: string) => groups.find((group) => group.month === month)
  const engineers = await namesOf(req, 'engineers', counted.keys())
  return {
    docs: [...engineers, ...(counted.has(null) ? [null] : [])].map((engineer) =>
      toDoc(engineer, counted.get(engineer?.id ?? null) as Counted),
    ),
    months: monthsOf(period).map((month) => ({
      month,
      completed: of(completions, month)?.count ?? 0,
      failed: Number(of(failures, month)?.failures ?? 0),
    })),
  }
}

const countEach = (groups: Group[], failures: Group[]): Map<null | string, Counted> => {
  const counted = new Map<null | string, Counted>()
  const of = ({ engineer }: Group): Counted => {
    const none = { scheduled: 0, inProgress: 0, completed: 0, failed: 0, cancelled: 0, seconds: 0 }
    const so = counted.get(engineer as null | string) ?? none
    counted.set(engineer as null | string, so)
    return so
  }
  for (const group of groups) {
    const so = of(group)
    so[names[group.state as keyof typeof names]] += group.count
    if (group.state === 'completed') so.seconds += Number(group.seconds)
  }
  for (const group of failures) of(group).failed += Number(group.failures)
  return counted
}

const toDoc = (engineer: Doc['engineer'], { seconds, ...counts }: Counted): Doc => {
  const { completed, failed } = counts
  const days = (seconds * 1_000) / DAY / completed
  return {
    engineer,
    ...counts,
    leadTimeDays: completed > 0 ? Math.round(days * 10) / 10 : null,
    failureRateBps: shareBps(failed, completed + failed),
  }
}
