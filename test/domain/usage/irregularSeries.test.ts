import { describe, expect, it } from '@jest/globals'

import { irregularUsage, type DayOfUsage } from '../../../src/domain/usage/irregularUsage'
import { anomalies, daysOf, ordinary, type Series } from './usageSeries'

const settings = { irregularWindowDays: 60, irregularMinimumDays: 14, irregularDeviations: 5 }
const seeds = [1, 2, 3, 4, 5]

/** The numbers of the days that an alert would be raised on, judged each the day after. */
const alertedDays = (series: Series, seed: number): number[] => {
  const days = daysOf(series, seed)
  return days.flatMap((day, index) => {
    const between = (from: number, to: number) =>
      days.slice(Math.max(0, index - from), Math.max(0, index - to))
    const history: DayOfUsage[] = [...between(371, 356), ...between(60, 0)]
    return irregularUsage(day, history, settings) ? [index] : []
  })
}

describe('use as people live with it', () => {
  it.each(Object.entries(ordinary))('raises no alert: %s', (_name, series) => {
    for (const seed of seeds) expect(alertedDays(series, seed)).toEqual([])
  })
})

describe('use that somebody should look at', () => {
  it.each(Object.entries(anomalies))('raises an alert, and none before: %s', (_name, series) => {
    for (const seed of seeds) {
      const [first] = alertedDays(series, seed)
      expect(first).toBeGreaterThanOrEqual(series.from)
      expect(first).toBeLessThanOrEqual(series.by)
    }
  })
})
