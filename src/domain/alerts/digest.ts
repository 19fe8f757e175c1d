import { daysBefore } from '../time/daysBefore'
import { dayOf } from '../usage/usage'

/** In UTC: scans of the day before have long ended, and people begin to work. */
const DIGEST_HOUR = 6

/** A digest reaches back so far where none was sent since; older news is none. */
export const DIGEST_DAYS = 31

/** What a digest tells of: alerts opened until `end`, the start of a UTC day or of a week's Monday. */
export type Period = { name: string; end: Date }

const startOfDay = (instant: Date): Date => new Date(`${dayOf(instant)}T00:00:00.000Z`)

const daysSinceMonday = (day: Date): number => (day.getUTCDay() + 6) % 7

/** The period that ended last. */
export const periodAt = (frequency: 'daily' | 'weekly', now: Date): Period => {
  const today = startOfDay(now)
  if (frequency === 'daily') return { name: dayOf(today), end: today }
  const end = daysBefore(today, daysSinceMonday(today))
  return { name: `week-${dayOf(end)}`, end }
}

/** Whether digests of this period go out by now. */
export const isDigestTime = ({ end }: Period, now: Date): boolean =>
  now.getTime() >= end.getTime() + DIGEST_HOUR * 3_600_000

/** Unique: one digest for a recipient and a period. */
export const digestKeyOf = (recipient: string, { name }: Period): string =>
  `digest:${recipient}:${name}`

/**
 * What can't wait for the next digest of a week: told of on the day, beside the digests, so that
 * those go on where they ended.
 */
export const urgentPeriodAt = (now: Date): Period => {
  const { end, name } = periodAt('daily', now)
  return { name: `urgent-${name}`, end }
}

/** Those of the days since an instant. */
export const urgentPeriodsSince = (since: Date, { end }: Period): Period[] =>
  Array.from({ length: 7 }, (_, index) => daysBefore(end, index))
    .filter((day) => day > since)
    .map((day) => ({ name: `urgent-${dayOf(day)}`, end: day }))

/** When the digest after that of a week goes out. */
export const nextDigestAt = ({ end }: Period): Date =>
  new Date(daysBefore(end, -7).getTime() + DIGEST_HOUR * 3_600_000)

/** The periods before, of either frequency: a recipient may have changed it. */
export const periodsBefore = ({ end }: Period): Period[] =>
  Array.from({ length: DIGEST_DAYS }, (_, index) => daysBefore(end, index)).flatMap((day) => [
    { name: dayOf(day), end: day },
    ...(daysSinceMonday(day) === 0 ? [{ name: `week-${dayOf(day)}`, end: day }] : []),
  ])
