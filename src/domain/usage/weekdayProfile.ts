import { medianOf, type Point } from './robustLine'

/** What a license's use is like on each day of the week, against the week around it. */
export type WeekdayProfile = {
  /** 1 = as the busiest days. */
  shareOf: (at: number) => number
  /** People mostly rest then: weekends, wherever those lie. */
  isRest: (at: number) => boolean
}

/** Days of rest have less than so much of a day of work. */
const REST_SHARE = 0.5
/** Of the seven days around a day, so many must be known to compare it with them. */
const KNOWN_DAYS = 5
/** Less than this is no habit. */
const LEAST_DIFFERENCE = 0.1

const weekdayOf = (at: number): number => (((at + 4) % 7) + 7) % 7

/** @param points whole days since 1970, ascending */
export const weekdayProfile = (points: Point[]): WeekdayProfile => {
  const byWeekday = sharesOf(points)
  const busiest = Math.max(0, ...[...byWeekday.values()].map(medianOf))
  const shareOf = (at: number): number => {
    const known = byWeekday.get(weekdayOf(at))
    if (!known || busiest === 0) return 1
    const share = medianOf(known) / busiest
    const isHabit = share < REST_SHARE ? known.length >= 2 : known.length >= 4
    return isHabit && share <= 1 - LEAST_DIFFERENCE ? share : 1
  }
  return { shareOf, isRest: (at) => shareOf(at) < REST_SHARE }
}

/** By weekday: each day's use as a share of the mean of its week, so that growth cancels out. */
const sharesOf = (points: Point[]): Map<number, number[]> => {
  const values = new Map(points.map(({ at, value }) => [at, value]))
  const shares = new Map<number, number[]>()
  for (const { at, value } of points) {
    const week = [-3, -2, -1, 0, 1, 2, 3].flatMap((off) => values.get(at + off) ?? [])
    const mean = week.reduce((sum, one) => sum + one, 0) / week.length
    if (week.length < KNOWN_DAYS || mean === 0) continue
    const weekday = weekdayOf(at)
    shares.set(weekday, [...(shares.get(weekday) ?? []), value / mean])
  }
  return shares
}
