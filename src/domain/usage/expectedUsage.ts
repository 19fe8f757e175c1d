import { medianOf, robustLine, spreadOf, type Point } from './robustLine'
import { weekdayProfile, type WeekdayProfile } from './weekdayProfile'

export type KindOfDay = 'restday' | 'workday'

/** What is ordinary on a day: from `low` to `high`, give or take some times `mad`. */
export type Expected = {
  kind: KindOfDay
  low: number
  high: number
  /** How far it may leap beside that while the license is new. */
  leap: { low: number; high: number }
  /** The median absolute deviation of the days of this kind before. */
  mad: number
  /** The same, no smaller than a fifth of the days tell. */
  spread: number
  /** How many days it was judged by. */
  window: number
}

/** What was used in the last weeks before a day, by what it can be compared with. */
export type Before = {
  profile: WeekdayProfile
  work: Point[]
  /** How many days of work there were since that had far less. */
  daysOff: number
  rest: Point[]
  /** Of work, as if each weekday were the busiest: its level, and where it tends to. */
  level: number
  line: (at: number) => number
  /** Where it tends to if it grows by the same share, not by the same number. */
  growth: (at: number) => number
  /** How many days ago the first use was. */
  age: number
}

/** Of what is used, so much more or less is ordinary everywhere. */
export const ORDINARY_SHARE = 0.05

/** A change becomes ordinary when it has lasted for half of this. */
const COMPARED_DAYS = 42
/** A day off has less than so much of a day of work. */
const OFF_SHARE = 0.75
const LEAST_DAYS = { workday: 5, restday: 3 }
/** Of the first weeks nobody knows yet what is ordinary; after that, as long as the use rises. */
const NEW = { days: 28, leap: 2 }
const TAKE_UP = { days: 56, rise: 1.3, leap: 1.5 }

/** @param points whole days since 1970, ascending, all of them before `at` */
export const usageBefore = (points: Point[], at: number): Before => {
  const profile = weekdayProfile(points)
  const last = points.filter((point) => at - point.at <= COMPARED_DAYS)
  const work = last.filter((point) => !profile.isRest(point.at))
  const even = (days: Point[]) =>
    days.map(({ at: on, value }) => ({ at: on, value: value / profile.shareOf(on) }))
  const level = medianOf(even(work).map(({ value }) => value))
  // What may be days off says nothing of days of work, until it is most of them.
  const worked = even(work).findLastIndex(({ value }) => value >= level * OFF_SHARE)
  const settled = work.slice(0, worked + 1)
  const evened = even(settled)
  return {
    profile,
    work: settled,
    daysOff: work.length - settled.length,
    rest: last.filter((point) => profile.isRest(point.at)),
    level,
    line: lazily(() => robustLine(evened)),
    growth: lazily(() => growthLine(evened)),
    age: at - (points[0]?.at ?? at),
  }
}

/** Lines are dear to make, and most days are as those before: none is needed to see that. */
const lazily = (make: () => (at: number) => number): ((at: number) => number) => {
  let made: ((at: number) => number) | undefined
  return (at) => (made ??= make())(at)
}

/** What is used on a day of a kind, by the days of it before alone. */
export const usualOn = ({ level, profile, rest }: Before, at: number): number =>
  profile.isRest(at) ? medianOf(rest.map(({ value }) => value)) : level * profile.shareOf(at)

/** A line on a scale of shares. */
export const growthLine = (points: Point[]): ((at: number) => number) => {
  const line = robustLine(points.map(({ at, value }) => ({ at, value: Math.log(value + 1) })))
  return (at) => Math.exp(line(at)) - 1
}

/** What a day of a kind should be like, or `null` when too little is known of such days. */
export const expectedOn = (before: Before, at: number, kind: KindOfDay): Expected | null =>
  kind === 'restday' ? expectedRest(before, at) : expectedWork(before, at)

const expectedWork = (before: Before, at: number): Expected | null => {
  const { growth, level, line, profile, work } = before
  if (work.length < LEAST_DAYS.workday) return null
  const share = profile.isRest(at) ? 1 : profile.shareOf(at)
  const ends = [level * share, Math.max(line(at), 0) * share]
  const off = work.map((point) =>
    Math.abs(point.value - line(point.at) * profile.shareOf(point.at)),
  )
  return {
    kind: 'workday',
    low: Math.min(...ends),
    high: Math.max(...ends, growth(at) * share),
    leap: leapOf(before, work),
    mad: medianOf(off),
    spread: spreadOf(off, level * ORDINARY_SHARE),
    window: work.length,
  }
}

/** Days of rest grow and shrink as those of work do. */
const expectedRest = (before: Before, at: number): Expected | null => {
  const { level, line, rest } = before
  if (rest.length < LEAST_DAYS.restday) return null
  const values = rest.map(({ value }) => value)
  const usual = medianOf(values)
  const off = values.map((value) => Math.abs(value - usual))
  const drifted = level > 0 ? (usual * Math.max(line(at), 0)) / level : usual
  return {
    kind: 'restday',
    low: Math.min(usual, drifted),
    high: Math.max(usual, drifted),
    leap: leapOf(before, rest),
    mad: medianOf(off),
    spread: spreadOf(off, usual * ORDINARY_SHARE),
    window: rest.length,
  }
}

/**
 * How far beyond what was so far the next day may leap: while a license is new and ever more people
 * begin to use it, a step is no news.
 */
const leapOf = ({ age, work }: Before, points: Point[]): Expected['leap'] => {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (age < NEW.days) return { low: low / NEW.leap, high: high * NEW.leap }
  const isTakenUp = age < TAKE_UP.days && riseOf(work) >= TAKE_UP.rise
  return { low, high: isTakenUp ? high * TAKE_UP.leap : 0 }
}

/** How many times the first half of its days the second half has. */
const riseOf = (points: Point[]): number => {
  const values = points.map(({ value }) => value)
  const half = Math.ceil(values.length / 2)
  return medianOf(values.slice(half)) / Math.max(medianOf(values.slice(0, half)), 1)
}
