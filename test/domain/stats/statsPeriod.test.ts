import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { daysUpTo, monthsOf, periodOf } from '../../../src/domain/stats/statsPeriod'

const now = new Date('2028-02-29T12:00:00.000Z')

describe('periodOf', () => {
  it.each([
    ['2028-02-29T12:00:00.000Z', '2027-02-28T12:00:00.000Z'],
    ['2029-02-28T12:00:00.000Z', '2028-02-28T12:00:00.000Z'],
    ['2026-03-29T02:30:00.000Z', '2025-03-29T02:30:00.000Z'],
  ])('is the last twelve months when nothing is asked, on %s since %s', (to, from) => {
    expect(periodOf({}, new Date(to))).toEqual({ from, to })
  })

  it.each([
    ['ends before it starts', { from: '2028-03-01T00:00:00.000Z' }],
    ['is empty', { from: '2028-01-01T00:00:00.000Z', to: '2028-01-01T00:00:00.000Z' }],
    ['is longer than ten years', { from: '2017-12-31T23:59:59.999Z' }],
  ])('refuses one that %s', (_what, asked) => {
    expect(() => periodOf(asked, now)).toThrow(
      expect.objectContaining({ entries: [expect.objectContaining({ path: 'from' })] }),
    )
  })
})

describe('monthsOf', () => {
  it.each([
    ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', ['2026-01']],
    ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.001Z', ['2026-01', '2026-02']],
    ['2025-12-01T00:00:00.000Z', '2026-01-15T00:00:00.000Z', ['2025-12', '2026-01']],
  ])('has the UTC months from %s to %s', (from, to, months) => {
    expect(monthsOf({ from, to })).toEqual(months)
  })

  it('has each month once, in order, with the first and the last instant in one of them', () => {
    const instant = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2029-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3_000 * 86_400_000 }), (start, length) => {
        const end = new Date(start.getTime() + length)
        const months = monthsOf({ from: start.toISOString(), to: end.toISOString() })
        const last = new Date(end.getTime() - 1)
        expect(months).toEqual([...new Set(months)].sort())
        expect([months[0], months.at(-1)]).toEqual(
          [start, last].map((at) => at.toISOString().slice(0, 7)),
        )
      }),
    )
  })
})

describe('daysUpTo', () => {
  it('ends today and leaves no day out, leap days neither', () => {
    expect(daysUpTo(new Date('2028-03-01T00:00:00Z'), 3)).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ])
  })
})
