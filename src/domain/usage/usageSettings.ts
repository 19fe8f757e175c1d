import { type KindOfDay } from './expectedUsage'

export type UsageSettings = {
  irregularWindowDays: number
  irregularMinimumDays: number
  irregularDeviations: number
}

/** What made a day stand out, so that a person can check it. */
export type IrregularFigures = {
  day: string
  metric: 'users' | 'workspaces'
  /** What it was compared with: days of work, days of rest, or where the use was tending to. */
  kind: KindOfDay | 'trend'
  value: number
  /** What is ordinary on such a day: the nearer one of the median and where it tends to. */
  median: number
  /** The median absolute deviation of such days before. */
  mad: number
  /** What a deviation is measured in: `mad`, or more where the days before were all but equal. */
  scale: number
  /** How many times `scale` the value stands off. */
  deviations: number
  /** How many days of history it was judged by. */
  window: number
}

export type Found = Omit<IrregularFigures, 'day' | 'metric' | 'value'>
