import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { daysLeft } from '../../../src/admin/licenses/daysLeft'
import { instantToLocal, localToInstant, tomorrowMorning } from '../../../src/admin/ui/localTime'

describe('localTime', () => {
  it('reads what it writes, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), (minutes) => {
        const at = new Date(minutes * 60_000)
        const read = localToInstant(instantToLocal(at))
        // An hour that a change of clocks repeats is written alike twice.
        expect(Math.abs(Date.parse(read as string) - at.getTime()) % 3_600_000).toBe(0)
      }),
    )
  })

  it('knows no instant in an empty or broken text', () => {
    expect([localToInstant(''), localToInstant('soon')]).toEqual([null, null])
  })

  it('proposes nine o’clock of the next day', () => {
    expect(tomorrowMorning(new Date(2026, 11, 31, 15))).toBe('2027-01-01T09:00')
  })
})

describe('daysLeft', () => {
  it.each([
    ['2026-11-22T00:00:00Z', 1],
    ['2026-11-21T12:00:01Z', 1],
    ['2026-11-21T12:00:00Z', 0],
    ['2026-11-21T00:00:00Z', 0],
    ['2026-11-20T00:00:00Z', -1],
  ])('until %s: %d', (expiresAt, days) => {
    expect(daysLeft(expiresAt, new Date('2026-11-21T12:00:00Z'))).toBe(days)
  })
})
