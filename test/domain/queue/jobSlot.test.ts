import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { runKeyOf, slotAt, type Every } from '../../../src/domain/queue/jobSlot'

describe('slotAt', () => {
  it.each<[Every, string, string]>([
    ['minute', '2026-11-21T04:59:59.999Z', '2026-11-21T04:59:00.000Z'],
    ['hour', '2026-11-21T04:59:59.999Z', '2026-11-21T04:00:00.000Z'],
    ['day', '2026-11-21T04:59:59.999Z', '2026-11-21T00:00:00.000Z'],
    // In Berlin the clocks go back at this hour; UTC has it once.
    ['hour', '2026-10-25T01:30:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['day', '2028-02-29T23:59:59.999Z', '2028-02-29T00:00:00.000Z'],
  ])('of a %s at %s begins at %s', (every, now, slot) => {
    expect(slotAt(every, new Date(now)).toISOString()).toBe(slot)
  })

  it('has every instant in exactly one slot, the same for all workers', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom<Every>('minute', 'hour', 'day'), (now, every) => {
        const slot = slotAt(every, now)
        expect(slot.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(slotAt(every, slot)).toEqual(slot)
        expect(slotAt(every, new Date(slot.getTime() - 1))).not.toEqual(slot)
      }),
    )
  })
})

describe('runKeyOf', () => {
  it('tells jobs and slots apart', () => {
    expect(runKeyOf('scan', new Date(0))).toBe('scan:1970-01-01T00:00:00.000Z')
  })
})
