import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { irregularUsage, medianOf, type DayOfUsage } from '../../src/domain/irregularUsage'

const settings = { irregularWindowDays: 60, irregularMinimumDays: 14, irregularDeviations: 5 }
const days = (users: number[], workspaces = 5): DayOfUsage[] =>
  users.map((value, index) => ({ day: `day-${index}`, users: value, workspaces }))
const today = (users: number, workspaces = 5): DayOfUsage => ({ day: 'today', users, workspaces })
const steady = (value: number, count = 20) => days(Array.from({ length: count }, () => value))
/** 90 to 110, deviating 5 at the median. */
const lively = days(Array.from({ length: 21 }, (_, index) => 90 + index))

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
    ['a day just within five deviations', lively, today(125), false],
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
    ['workspaces alone', steady(100), today(100, 60), true],
  ])('%s', (_what, history, day, irregular) => {
    expect(irregularUsage(day, history, settings) !== null).toBe(irregular)
  })

  it('is not blurred by peaks in the history, as a mean would be', () => {
    const history = [...steady(100, 25), ...days([900, 950, 990])]
    expect(irregularUsage(today(400), history, settings)).not.toBeNull()
  })

  it('shows the figures that it was judged by', () => {
    expect(irregularUsage(today(200), lively, settings)).toEqual({
      day: 'today',
      metric: 'users',
      value: 200,
      median: 100,
      mad: 5,
      scale: 5,
      deviations: 20,
      window: 21,
    })
  })

  it('does not depend on the order of the days, and finds none within their own range', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 14, maxLength: 60 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 10_000 }), (values, value) => {
        const found = irregularUsage(today(value), days(values), settings)
        expect(irregularUsage(today(value), days(values.reverse()), settings)).toEqual(found)
        if (found) expect(found.deviations).toBeGreaterThan(5)
        expect(irregularUsage(today(medianOf(values)), days(values), settings)).toBeNull()
      }),
    )
  })
})
