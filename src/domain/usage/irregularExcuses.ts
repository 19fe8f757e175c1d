import type { Before, KindOfDay } from './expectedUsage'
import type { Point } from './robustLine'

/** Holidays last so many days of work at most; what is quiet for longer has come to an end. */
const MOST_DAYS_OFF = 7
/** Days of rest that are worked on, as where holidays are made up for: so many in so many days. */
const MOST_MADE_UP = 2
const MADE_UP_WITHIN = 14
/** What is worked on has so much of a day of work. */
const WORKED_SHARE = 0.75

/** After how many days the same comes back: the end of a month, a season. */
export const YEAR_AGO = { from: 371, to: 357 }
const rhythms = [{ from: 33, to: 26 }, YEAR_AGO]
/** So near is the same. */
const SAME_SHARE = 0.2

type Limits = { least: number; most: number } | null

/** A holiday, which is like a day of rest, or a day of rest that was worked on; now and then only. */
export const isOfTheOtherKind = (
  today: Point,
  before: Before,
  kind: KindOfDay,
  limitsOf: (kind: KindOfDay) => Limits,
): boolean => {
  const [work, rest] = [limitsOf('workday'), limitsOf('restday')]
  if (!work || !rest) return false
  if (kind === 'workday')
    return today.value < work.least && today.value >= rest.least && before.daysOff < MOST_DAYS_OFF
  const made = before.rest.filter(
    ({ at, value }) => today.at - at <= MADE_UP_WITHIN && value > rest.most,
  )
  const isWorked = today.value >= before.level * WORKED_SHARE
  return isWorked && today.value <= work.most && made.length < MOST_MADE_UP
}

/** The same as on a day of its kind a month or a year ago. */
export const isRhythm = (today: Point, { profile }: Before, known: Point[]): boolean =>
  known.some(
    ({ at, value }) =>
      rhythms.some(({ from, to }) => today.at - at >= to && today.at - at <= from) &&
      profile.isRest(at) === profile.isRest(today.at) &&
      value > 0 &&
      Math.abs(today.value - value) <= value * SAME_SHARE,
  )
