import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { groupRows, type Group } from '../../database/groupRows'
import { DAY, monthsOf, type Period } from '../../domain/statsPeriod'
import type { EngineerStats } from '../../domain/statsViews'
import { namesOf } from './namesOf'
import { shareBps } from './renewalsBy'
import { requireAll } from './scopeOf'

type Doc = EngineerStats['docs'][number]

const names = {
  scheduled: 'scheduled',
  in_progress: 'inProgress',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
} as const

type Counted = Record<(typeof names)[keyof typeof names], number> & { seconds: number }

/**
 * What each engineer has before it, and what became of it in a period; for staff. Open ones count
 * whenever they are scheduled, finished ones by their end, canceled ones by their schedule.
 */
export const engineerStats = async (
  req: PayloadRequest,
  period: Period,
): Promise<EngineerStats> => {
  requireAll(req, 'deployments', 'engineers')
  const within = { greater_than_equal: period.from, less_than: period.to }
  const finished: Where = { state: { in: ['completed', 'failed'] }, finishedAt: within }
  const grouped = (where: Where, by: Record<string, string | { month: string }>) =>
    groupRows(req, slugsOf(req.payload).deployments, {
      where,
      by: { ...by, state: 'state' },
      sums: { seconds: { from: 'scheduledAt', to: 'finishedAt' } },
    })
  const byEngineer = { engineer: 'engineer' }
  const counted = countEach([
    ...(await grouped({ state: { in: ['scheduled', 'in_progress'] } }, byEngineer)),
    ...(await grouped(finished, byEngineer)),
    ...(await grouped({ state: { equals: 'cancelled' }, scheduledAt: within }, byEngineer)),
  ])
  const months = await grouped(finished, { month: { month: 'finishedAt' } })
  const of = (month: string, state: string) =>
    months.find((group) => group.month === month && group.state === state)?.count ?? 0
  const engineers = await namesOf(req, 'engineers', counted.keys())
  return {
    docs: [...engineers, ...(counted.has(null) ? [null] : [])].map((engineer) =>
      toDoc(engineer, counted.get(engineer?.id ?? null) as Counted),
    ),
    months: monthsOf(period).map((month) => ({
      month,
      completed: of(month, 'completed'),
      failed: of(month, 'failed'),
    })),
  }
}

const countEach = (groups: Group[]): Map<null | string, Counted> => {
  const counted = new Map<null | string, Counted>()
  for (const { count, engineer, seconds, state } of groups) {
    const none = { scheduled: 0, inProgress: 0, completed: 0, failed: 0, cancelled: 0, seconds: 0 }
    const so = counted.get(engineer as null | string) ?? none
    so[names[state as keyof typeof names]] += count
    if (state === 'completed') so.seconds += Number(seconds)
    counted.set(engineer as null | string, so)
  }
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
