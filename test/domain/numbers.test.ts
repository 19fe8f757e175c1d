import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  LAST_NUMBER,
  ORDER_PREFIX,
  licenseIdPattern,
  licensePrefixPattern,
  numbersOf,
  orderNumberPattern,
  seriesOf,
} from '../../src/domain/numbers'

describe('seriesOf', () => {
  it.each([
    ['2026-11-30T23:59:59.999Z', 'PO-202611', 'the last moment of a month in UTC'],
    ['2026-12-01T00:00:00.000Z', 'PO-202612', 'the first moment of the next'],
    ['2026-12-31T23:30:00-02:00', 'PO-202701', 'a new year in UTC that is the old one elsewhere'],
    ['2027-01-01T01:00:00+09:00', 'PO-202612', 'an old year in UTC that is the new one elsewhere'],
    ['2028-02-29T12:00:00.000Z', 'PO-202802', 'a leap day'],
  ])('%s belongs to %s: %s', (at, series) => {
    expect(seriesOf('PO', new Date(at))).toBe(series)
  })
})

describe('numbersOf', () => {
  it('gives the numbers up to the counter’s new value', () => {
    expect(numbersOf('PO-202611', 42, 3)).toEqual([
      'PO-202611-000040',
      'PO-202611-000041',
      'PO-202611-000042',
    ])
  })

  it('starts a month at 1', () => {
    expect(numbersOf('ENT-202611', 2, 2)).toEqual(['ENT-202611-000001', 'ENT-202611-000002'])
  })

  it('goes up to 999,999 for licenses and refuses what runs past it, while orders go on', () => {
    expect(numbersOf('ENT-202611', 999_999, 1)).toEqual(['ENT-202611-999999'])
    expect(numbersOf('PO-202611', 1_000_000, 2)).toEqual(['PO-202611-999999', 'PO-202611-1000000'])
    expect('PO-202611-1000000').toMatch(orderNumberPattern)
    for (const [last, count] of [
      [1_000_000, 1],
      [1_000_000, 500],
      [2_000_000, 1],
    ] as const)
      expect(() => numbersOf('ENT-202611', last, count)).toThrow(
        expect.objectContaining({ code: 'NUMBERS_EXHAUSTED', status: 409 }),
      )
  })

  it('of an empty block are none', () => {
    expect(numbersOf('PO-202611', 7, 0)).toEqual([])
  })

  const block = fc
    .integer({ min: 1, max: 500 })
    .chain((count) =>
      fc.record({ count: fc.constant(count), last: fc.integer({ min: count, max: LAST_NUMBER }) }),
    )
  const prefix = fc.stringMatching(/^[A-Z][A-Z0-9]{2}$/)
  const anyTime = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })

  it('match their pattern and are unique within a block', () => {
    fc.assert(
      fc.property(block, prefix, anyTime, ({ count, last }, code, now) => {
        const ids = numbersOf(seriesOf(code, now), last, count)
        const orders = numbersOf(seriesOf(ORDER_PREFIX, now), last, count)
        expect(new Set(ids).size).toBe(count)
        expect(ids.filter((one) => !licenseIdPattern.test(one))).toEqual([])
        expect(orders.filter((one) => !orderNumberPattern.test(one))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('never overlap the block before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (a, b) => {
        const both = [...numbersOf('S', a, a), ...numbersOf('S', a + b, b)]
        expect(new Set(both).size).toBe(a + b)
      }),
      { numRuns: 30 },
    )
  })

  it('sort as text in the order in which they were given', () => {
    const numbers = numbersOf('PO-202611', 10_050, 10_050)
    expect([...numbers].sort()).toEqual(numbers)
  })
})

describe('licensePrefixPattern', () => {
  it.each(['ENT', 'A1B', 'PRO', 'X99'])('takes %s', (prefix) => {
    expect(prefix).toMatch(licensePrefixPattern)
  })

  it.each(['', 'EN', 'ENTS', 'ent', '1AB', 'E-T', 'ÉNT', 'ENT\n'])('refuses %j', (prefix) => {
    expect(licensePrefixPattern.test(prefix)).toBe(false)
  })
})
