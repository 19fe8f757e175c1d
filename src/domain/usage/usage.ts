import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'

import { addUtcYears } from '../time/calendar'
import { DAY_MS } from '../time/daysBefore'
import { ChannelError } from '../errors'

/** Clocks of systems in the field are off by some minutes. */
export const TOLERANCE_MINUTES = 5
const MOST_YEARS_BACK = 2
const MOST_IN_USE = 1_000_000_000

const count = z.number().int().min(0).max(MOST_IN_USE)

/** What a deployed system reports of itself. */
export const usageInput = z.strictObject({
  workspaces: count,
  users: count,
  /** When it was so, ISO 8601 with an offset; absent = now. */
  reportedAt: z.iso.datetime({ offset: true }).optional(),
})
usageInput.register(z.globalRegistry, { title: 'UsageReport' })

export type UsageInput = z.output<typeof usageInput>

/**
 * The instant that a report is about: the one that it names, or else now. Either must lie within the
 * license's time: what is not licensed yet is no use of it, whether or not its hour is told.
 * @throws INVALID_INPUT naming `reportedAt`: too far ahead or too long ago; LICENSE_NOT_STARTED
 */
export const reportedInstant = (
  { reportedAt }: Pick<UsageInput, 'reportedAt'>,
  startsAt: null | string | undefined,
  now: Date,
): Date => {
  const at = reportedAt === undefined ? now : new Date(reportedAt)
  const refuse = (message: string) =>
    new ChannelError('INVALID_INPUT', { message, path: 'reportedAt' })
  if (at > addMinutes(now, TOLERANCE_MINUTES)) throw refuse('This lies in the future.')
  if (at < addUtcYears(now, -MOST_YEARS_BACK))
    throw refuse(`At most ${MOST_YEARS_BACK} years back.`)
  if (startsAt && at < addMinutes(new Date(startsAt), -TOLERANCE_MINUTES))
    throw new ChannelError('LICENSE_NOT_STARTED', { path: 'reportedAt' })
  return at
}

/** The UTC day of an instant: `2026-11-21`. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Days of two years, and some. */
export const MOST_DAYS = 800

/** Both inclusive, `2026-11-21`. */
export type DayRange = { from: string; to: string }

/** @throws INVALID_INPUT naming `from` when a range is longer than can be answered at once */
export const requireDays = ({ from, to }: DayRange): void => {
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS) return
  throw new ChannelError('INVALID_INPUT', { path: 'from', message: `At most ${MOST_DAYS} days.` })
}

/** What makes a report one of its kind: a license and an instant. */
export const reportKeyOf = (license: number | string, instant: Date): string =>
  `${license}:${instant.toISOString()}`

/** Whose usage it is: a license and who holds it. */
export type UsageOwners = {
  license: number | string
  customer: null | number | string
  partner: null | number | string
}

/** A day of a license has a row for each who held it then: nobody reads another one's. */
export const dayKeyOf = ({ customer, license, partner }: UsageOwners, day: string): string =>
  [license, day, customer ?? '', partner ?? ''].join(':')

type DayPeaks = { day: string; workspaces: number; users: number }

/** One row for each day, in the order of the rows: what several holders used of it is one use. */
export const mergeDays = <T extends DayPeaks>(rows: T[]): T[] => {
  const days = new Map<string, T>()
  for (const row of rows) {
    const so = days.get(row.day) ?? row
    const workspaces = Math.max(so.workspaces, row.workspaces)
    days.set(row.day, { ...so, workspaces, users: Math.max(so.users, row.users) })
  }
  return [...days.values()]
}
