import { DAY_MS } from '../time/daysBefore'
import {
  expectedOn,
  ORDINARY_SHARE,
  usageBefore,
  usualOn,
  type Before,
  type Expected,
  type KindOfDay,
} from './expectedUsage'
import { isRhythm, isOfTheOtherKind } from './irregularExcuses'
import { medianOf, type Point } from './robustLine'
import { leakOf } from './usageLeak'
import type { Found, UsageSettings, IrregularFigures } from './usageSettings'

export { medianOf }

/** The most that a license used on a UTC day, `2026-11-21`. */
export type DayOfUsage = { day: string; workspaces: number; users: number }

type Metric = IrregularFigures['metric']

/**
 * Use that was the same every day has no deviation, and any change would be infinitely many times
 * that: a twentieth of it counts as ordinary, and so do one and, of a handful, two.
 */
const scaleOf = (spread: number, usual: number): number =>
  Math.max(spread, usual * ORDINARY_SHARE, Math.min(Math.sqrt(usual), 2), 1)

const rounded = (value: number): number => Math.round(value * 100) / 100

/**
 * Whether a day's use stands out from the days of its kind before it, days of work or of rest as the
 * license's own weeks have them: by its distance from where they lie and tend to, in median absolute
 * deviations, which single peaks do not blur as they would a mean. Days off, made-up days of work,
 * what comes back each month or year, and the first weeks of take-up are ordinary; so is a change
 * that has lasted. What rises slowly is held against the trend of the weeks before it rose.
 * @param history days before, in any order: those of the window, and of a year ago where there are
 * @returns the figures of the metric that stands out more, or `null` when it does not, or when there
 * is too little history to say
 */
export const irregularUsage = (
  day: DayOfUsage,
  history: DayOfUsage[],
  settings: UsageSettings,
): IrregularFigures | null => {
  const found = (['users', 'workspaces'] as const).flatMap(
    (metric) => figuresOf(metric, day, history, settings) ?? [],
  )
  const [worst] = found.sort((a, b) => b.deviations - a.deviations)
  return worst ?? null
}

const pointOf =
  (metric: Metric) =>
  (one: DayOfUsage): Point => ({ at: Date.parse(one.day) / DAY_MS, value: one[metric] })

const figuresOf = (
  metric: Metric,
  day: DayOfUsage,
  history: DayOfUsage[],
  settings: UsageSettings,
): IrregularFigures | null => {
  const today = pointOf(metric)(day)
  const known = history.map(pointOf(metric)).sort((a, b) => a.at - b.at)
  const window = known.filter(({ at }) => today.at - at <= settings.irregularWindowDays)
  if (window.length < settings.irregularMinimumDays) return null
  const before = usageBefore(window, today.at)
  const stood = standsOut(today, before, known, settings.irregularDeviations)
  const found = stood ?? leakOf(today, window, before, settings)
  return found && { day: day.day, metric, value: today.value, ...found }
}

const standsOut = (today: Point, before: Before, known: Point[], most: number): Found | null => {
  const kind = before.profile.isRest(today.at) ? 'restday' : 'workday'
  const usual = usualOn(before, today.at)
  if (Math.abs(today.value - usual) <= usual * ORDINARY_SHARE * most) return null
  const expected = expectedOn(before, today.at, kind)
  const limits = (of: KindOfDay) => limitsOf(expectedOn(before, today.at, of), most)
  const ordinary = limits(kind)
  if (!expected || !ordinary || isWithin(today.value, ordinary)) return null
  const { high, low } = expected.leap
  if (isWithin(today.value, { least: low, most: high })) return null
  if (isOfTheOtherKind(today, before, kind, limits) || isRhythm(today, before, known)) return null
  return measure(today.value, expected)
}

const isWithin = (value: number, { least, most }: { least: number; most: number }): boolean =>
  value >= least && value <= most

/** How far a value stands off what is expected. */
const measure = (value: number, { high, kind, low, mad, spread, window }: Expected): Found => {
  const median = Math.min(Math.max(value, low), high)
  const scale = scaleOf(spread, median)
  return {
    kind,
    median: rounded(median),
    mad: rounded(mad),
    scale: rounded(scale),
    deviations: rounded(Math.abs(value - median) / scale),
    window,
  }
}

/** The least and the most that is ordinary. */
const limitsOf = (expected: Expected | null, most: number) =>
  expected && {
    least: expected.low - most * scaleOf(expected.spread, expected.low),
    most: expected.high + most * scaleOf(expected.spread, expected.high),
  }
