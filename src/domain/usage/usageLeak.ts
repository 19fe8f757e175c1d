import { growthLine, type Before } from './expectedUsage'
import type { Found, UsageSettings } from './usageSettings'
import { medianOf, robustLine, type Point } from './robustLine'

/** The days that a slow rise is looked for in; those before say where the use was tending to. */
const RISING_DAYS = 28
/** What rises must have risen by so much in those days: a level that was reached is no leak. */
const RISE = 0.15
/** So many times what the trend leads to. */
const BEYOND = 1.5
/** The last days, which today is one of, so that no single day makes a leak. */
const LAST = 5

/**
 * A use that rises slowly, day by day as ordinary as the day before, until it is far beyond where it
 * was tending to: people who share a key, a system that forgets to let go of users.
 */
export const leakOf = (
  today: Point,
  window: Point[],
  { profile }: Before,
  { irregularMinimumDays, irregularWindowDays }: UsageSettings,
): Found | null => {
  const isWhole = today.at - (window[0]?.at ?? today.at) >= irregularWindowDays - 7
  if (!isWhole || profile.isRest(today.at)) return null
  const evened = [...window, today]
    .filter(({ at }) => !profile.isRest(at))
    .map(({ at, value }) => ({ at, value: value / profile.shareOf(at) }))
  const older = evened.filter(({ at }) => today.at - at > RISING_DAYS)
  const newer = evened.filter(({ at }) => today.at - at <= RISING_DAYS)
  const now = medianOf(newer.slice(-LAST).map(({ value }) => value))
  const level = medianOf(older.map(({ value }) => value))
  if (older.length < irregularMinimumDays || now < level * BEYOND) return null
  const rising = robustLine(newer)
  if (rising(today.at) - rising(today.at - RISING_DAYS) < now * RISE) return null
  return beyondTrend(now, today.at, older)
}

const beyondTrend = (now: number, at: number, older: Point[]): Found | null => {
  const line = robustLine(older)
  const trend = Math.max(line(at), growthLine(older)(at), medianOf(valuesOf(older)))
  const mad = medianOf(older.map((one) => Math.abs(one.value - line(one.at))))
  const scale = Math.max(mad, trend * 0.05, 2)
  if (now < trend * BEYOND || now - trend < scale * BEYOND) return null
  const figures = { median: trend, mad, scale, deviations: (now - trend) / scale }
  const rounded = Object.entries(figures).map(([key, value]) => [
    key,
    Math.round(value * 100) / 100,
  ])
  return {
    ...(Object.fromEntries(rounded) as typeof figures),
    kind: 'trend',
    window: older.length,
  }
}

const valuesOf = (points: Point[]): number[] => points.map(({ value }) => value)
