import { z } from 'zod'

import { addUtcYears } from '../time/calendar'
import { ChannelError } from '../errors'
import { instantInput } from '../text'

/** From an instant on, up to another but without it; ISO strings in UTC. */
export type Period = { from: string; to: string }

const MOST_MONTHS = 120

/** The query of statistics of a period. */
export const periodQuery = z.object({
  from: instantInput.optional().describe('12 months before the end, if not given.'),
  to: instantInput.optional().describe('Now, if not given.'),
})

/** Midnight of the first day of a month, by the UTC calendar, so many months later. */
const monthStart = (date: Date, months: number): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))

/**
 * The period that is asked for.
 * @throws INVALID_INPUT naming `from` when it is empty or longer than ten years
 */
export const periodOf = ({ from, to }: z.output<typeof periodQuery>, now: Date): Period => {
  const end = to ? new Date(to) : now
  const start = from ? new Date(from) : addUtcYears(end, -1)
  if (start >= end)
    throw new ChannelError('INVALID_INPUT', { path: 'from', message: 'Starts after the end.' })
  if (start < monthStart(end, -MOST_MONTHS))
    throw new ChannelError('INVALID_INPUT', { path: 'from', message: 'At most ten years.' })
  return { from: start.toISOString(), to: end.toISOString() }
}

/** The UTC months that a period touches, such as `2026-12`. */
export const monthsOf = ({ from, to }: Period): string[] => {
  const months: string[] = []
  const end = new Date(to)
  for (let at = monthStart(new Date(from), 0); at < end; at = monthStart(at, 1))
    months.push(at.toISOString().slice(0, 7))
  return months
}

/** The UTC days from the one so many days ago up to today, such as `2026-12-31`. */
export const daysUpTo = (now: Date, days: number): string[] =>
  Array.from({ length: days }, (_, index) =>
    new Date(now.getTime() - (days - 1 - index) * DAY).toISOString().slice(0, 10),
  )

/** Milliseconds of a UTC day. */
export const DAY = 86_400_000

/** How many of the last or next days statistics are about. */
export const daysQuery = z.object({
  days: z
    .string()
    .regex(/^\d{1,4}$/, 'Expected a whole number.')
    .transform(Number)
    .pipe(z.number().min(1).max(1_100))
    .default(90),
})
