import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { timelineScale } from '../../../src/admin/timeline/timelineScale'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const instants = fc.date({ min: day('2015-01-01'), max: day('2060-01-01'), noInvalidDate: true })

describe('timelineScale', () => {
  it('puts the start on the left edge, the end on the right one, the middle between', () => {
    const { x } = timelineScale(day('2026-01-01'), day('2026-01-03'), 800)
    expect([x(day('2026-01-01')), x(day('2026-01-02')), x(day('2026-01-03'))]).toEqual([
      0, 400, 800,
    ])
    expect([x(day('2020-01-01')), x(day('2030-01-01'))]).toEqual([0, 800])
  })

  it('has a tick at the beginning of each quarter where months would be too many', () => {
    const { ticks } = timelineScale(day('2026-02-10'), day('2027-02-10'), 400)
    expect(ticks.map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
      '2027-01-01',
    ])
  })

  it('has ticks inside of the period only, far enough apart to be read', () => {
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: 300, max: 1600 }), (a, b, width) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        const { ticks } = timelineScale(start, end, width)
        for (const { at } of ticks) expect(at >= start && at <= end).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(width / 76 + 1)
      }),
    )
  })
})
