/** The most that a license used on a UTC day, `2026-11-21`. */
export type DayOfUsage = { day: string; workspaces: number; users: number }

export type UsageSettings = {
  irregularWindowDays: number
  irregularMinimumDays: number
  irregularDeviations: number
}

/** What made a day stand out, so that a person can check it. */
export type IrregularFigures = {
  day: string
  metric: 'users' | 'workspaces'
  value: number
  median: number
  /** The median absolute deviation of the days before. */
  mad: number
  /** What a deviation is measured in: `mad`, or more where the days before were all but equal. */
  scale: number
  /** How many times `scale` the value stands off the median. */
  deviations: number
  /** How many days of history it was judged by. */
  window: number
}

/**
 * Use that was the same every day has no deviation, and any change would be infinitely many times
 * that: a twentieth of the median counts as ordinary, and so does one.
 */
const ORDINARY_SHARE = 0.05
const ORDINARY_STEP = 1

export const medianOf = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/**
 * Whether a day's use stands out from the days before it: by the distance from their median in
 * median absolute deviations, which single peaks in the history do not blur as they would a mean.
 * @param history the days before, in any order
 * @returns the figures of the metric that stands out more, or `null` when it does not, or when there
 * is too little history to say
 */
export const irregularUsage = (
  day: DayOfUsage,
  history: DayOfUsage[],
  settings: UsageSettings,
): IrregularFigures | null => {
  if (history.length < settings.irregularMinimumDays) return null
  const users = figuresOf('users', day, history)
  const workspaces = figuresOf('workspaces', day, history)
  const worst = workspaces.deviations > users.deviations ? workspaces : users
  return worst.deviations > settings.irregularDeviations ? worst : null
}

const figuresOf = (
  metric: 'users' | 'workspaces',
  day: DayOfUsage,
  history: DayOfUsage[],
): IrregularFigures => {
  const values = history.map((one) => one[metric])
  const value = day[metric]
  const median = medianOf(values)
  const mad = medianOf(values.map((one) => Math.abs(one - median)))
  const scale = Math.max(mad, median * ORDINARY_SHARE, ORDINARY_STEP)
  const deviations = Math.round((Math.abs(value - median) / scale) * 100) / 100
  return { day: day.day, metric, value, median, mad, scale, deviations, window: values.length }
}
