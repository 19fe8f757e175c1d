import type { UsageShape } from './demoHistory'

/** Share of the limit that is in use `day` days into a life of `days`, before the daily noise. */
const shapes: Record<UsageShape, (day: number, days: number) => number> = {
  growing: (day, days) => 0.25 + 0.55 * (day / days),
  outgrown: (day, days) => 0.4 + 0.85 * (day / days),
  steady: () => 0.62,
  seasonal: (day) => 0.55 + 0.22 * Math.sin((2 * Math.PI * day) / 365),
  shrinking: (day, days) => 0.75 - 0.5 * (day / days),
  // Two days of something odd, shortly before the present.
  spike: (day, days) => (day > days - 4 && day <= days - 2 ? 1.7 : 0.5),
  // Nobody has used it for some weeks.
  silent: (day, days) => (day > days - 45 ? -1 : 0.4),
}

const NOISE = 0.12
const WEEKEND = 0.82

/**
 * How much of a limit is used on a day; `null` = no report.
 * @param weekday 0 = Sunday
 */
export const usageOn = (
  shape: UsageShape,
  limit: number,
  { day, days, weekday }: { day: number; days: number; weekday: number },
  random: () => number,
): null | number => {
  const share = shapes[shape](day, days)
  if (share < 0) return null
  const quiet = weekday === 0 || weekday === 6 ? WEEKEND : 1
  return Math.max(1, Math.round(limit * share * quiet * (1 + NOISE * (random() * 2 - 1))))
}
