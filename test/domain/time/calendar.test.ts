import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { addUtcYears } from '../../../src/domain/time/calendar'

const chain = (start: string, years: number[]): string[] => {
  const anchor = new Date(start)
  const ends: Date[] = []
  for (const count of years) ends.push(addUtcYears(ends.at(-1) ?? anchor, count, anchor))
  return ends.map((end) => end.toISOString().slice(0, 10))
}

describe('addUtcYears', () => {
  it('takes a chain of years from a leap day back to it in leap years', () => {
    expect(chain('2024-02-29T12:00:00.000Z', [1, 1, 1, 1, 1])).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
    ])
  })

  it('knows that 2100 is no leap year', () => {
    expect(chain('2096-02-29T00:00:00.000Z', [4, 4])).toEqual(['2100-02-28', '2104-02-29'])
  })

  it('keeps the 28th where the chain began on a 28th', () => {
    expect(chain('2023-02-28T00:00:00.000Z', [1, 4])).toEqual(['2024-02-28', '2028-02-28'])
  })

  it.each([
    ['2028-02-29', -1, '2027-02-28'],
    ['2028-02-29', -4, '2024-02-29'],
    ['2029-02-28', -1, '2028-02-28'],
    ['2028-03-01', -1, '2027-03-01'],
    ['2026-03-29', -2, '2024-03-29'],
  ])('goes from %s by %i years to %s', (from, years, to) => {
    expect(addUtcYears(new Date(`${from}T02:30:00Z`), years).toISOString()).toBe(
      `${to}T02:30:00.000Z`,
    )
  })

  it('gives whoever renews year by year as much time as who buys all years at once', () => {
    const starts = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2080-01-01'),
      noInvalidDate: true,
    })
    const leapDays = fc
      .integer({ min: 500, max: 515 })
      .map((n) => new Date(Date.UTC(n * 4, 1, 29, 7)))
    const years = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.oneof(starts, leapDays), years, (start, parts) => {
        const all = parts.reduce((total, part) => total + part, 0)
        const step = parts.reduce((end, part) => addUtcYears(end, part, start), start)
        expect(step.toISOString()).toBe(addUtcYears(start, all).toISOString())
      }),
    )
  })
})
