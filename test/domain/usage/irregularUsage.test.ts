import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { irregularUsage, medianOf, type DayOfUsage } from '../../../src/domain/usage/irregularUsage'
import { dayAt } from './usageSeries'

const settings = { irregularWindowDays: 60, irregularMinimumDays: 14, irregularDeviations: 5 }
const TODAY = 60
/** The last days before today. */
const days = (users: number[], workspaces = 5): DayOfUsage[] =>
  users.map((value, index) => ({
    day: dayAt(TODAY - users.length + index),
    users: value,
    workspaces,
  }))
const today = (users: number, workspaces = 5): DayOfUsage => ({
  day: dayAt(TODAY),
  users,
  workspaces,
})
const steady = (value: number, count = 40) => days(Array.from({ length: count }, () => value))
/** 90 to 110 in no order, deviating 5 at the median. */
const lively = days(Array.from({ length: 42 }, (_, index) => 90 + ((index * 8) % 21)))

describe('medianOf', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], 0],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median)
  })
})

describe('irregularUsage', () => {
  it.each([
    ['a day like the others', lively, today(104), false],
    ['a day just within five deviations', lively, today(122), false],
    ['a day beyond five deviations', lively, today(133), true],
    ['a day far below', lively, today(60), true],
    ['the same use every day', steady(100), today(100), false],
    ['a small change of what never changed', steady(100), today(112), false],
    ['a large change of what never changed', steady(100), today(130), true],
    ['one more than always one', steady(1), today(2), false],
    ['many more than always one', steady(1), today(9), true],
    ['first use after a history of zeros', steady(0), today(40), true],
    ['a stop after steady use', steady(100), today(0), true],
    ['too little history', steady(100, 13), today(900), false],
    ['just enough history', steady(100, 14), today(900), true],
    ['less than double in the first weeks', steady(100, 20), today(190), false],
    ['a stop in the first weeks', steady(100, 20), today(0), true],
    ['workspaces alone', steady(100), today(100, 60), true],
  ])('%s', (_what, history, day, irregular) => {
    expect(irregularUsage(day, history, settings) !== null).toBe(irregular)
  })

  it('is not blurred by peaks in the history, as a mean would be', () => {
    const history = days([...Array.from({ length: 37 }, () => 100), 900, 950, 990])
    expect(irregularUsage(today(400), history, settings)).not.toBeNull()
  })

  it('shows the figures that it was judged by, and of which kind of day they are', () => {
    expect(irregularUsage(today(200), steady(100), settings)).toEqual({
      day: dayAt(TODAY),
      metric: 'users',
      kind: 'workday',
      value: 200,
      median: 100,
      mad: 0,
      scale: 5,
      deviations: 20,
      window: 40,
    })
    const history = Array.from({ length: 42 }, (_, index) => ({
      ...{ day: dayAt(20 + index), workspaces: 5 },
      users: (20 + index) % 7 < 5 ? 100 : 4,
    }))
    const sunday = { day: dayAt(62), users: 4, workspaces: 5 }
    expect(irregularUsage(sunday, history, settings)).toBeNull()
    expect(irregularUsage({ ...sunday, users: 60 }, history, settings)).toMatchObject({
      kind: 'restday',
      value: 60,
      median: 4,
    })
  })

  it('compares with a month and a year ago: what comes back is ordinary', () => {
    const busy = (ago: number) => ({ ...today(240), day: dayAt(TODAY - ago) })
    const usual = steady(100, 59)
    expect(irregularUsage(today(240), usual, settings)).not.toBeNull()
    for (const ago of [30, 364]) {
      const history = [...usual.filter(({ day }) => day !== busy(ago).day), busy(ago)]
      expect(irregularUsage(today(240), history, settings)).toBeNull()
    }
  })

  it('does not depend on the order of the days, and has more deviations than are ordinary', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 14, maxLength: 60 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 10_000 }), (values, value) => {
        const found = irregularUsage(today(value), days(values), settings)
        expect(irregularUsage(today(value), days(values).reverse(), settings)).toEqual(found)
        if (found?.kind !== 'trend' && found) expect(found.deviations).toBeGreaterThan(5)
      }),
      { numRuns: 60 },
    )
  })
})
