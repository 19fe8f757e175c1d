import { daysBefore } from './daysBefore'
import { dayOf } from './usage'

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

/** The periods before, of either frequency: a recipient may have changed it. */
export const periodsBefore = ({ end }: Period): Period[] =>
  Array.from({ length: DIGEST_DAYS }, (_, index) => daysBefore(end, index)).flatMap((day) => [
    { name: dayOf(day), end: day },
    ...(daysSinceMonday(day) === 0 ? [{ name: `week-${dayOf(day)}`, end: day }] : []),
  ])
