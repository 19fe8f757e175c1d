import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  orderTotals,
  priceLine,
  requirePrice,
  unitPriceAt,
  type Price,
} from '../../../src/domain/pricing/pricing'

const price = (over: Partial<Price> = {}): Price => ({
  id: 'row',
  licenseType: 'subscription',
  unitPrice: 10_000,
  listPrice: 12_000,
  discountBps: 0,
  taxRateBps: 0,
  breaks: [],
  ...over,
})

const anyBreaks = fc.uniqueArray(
  fc.record({
    minQuantity: fc.integer({ min: 2, max: 100_000 }),
    unitPrice: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { maxLength: 8, selector: ({ minQuantity }) => minQuantity },
)
const anyPrice: fc.Arbitrary<Price> = fc.record({
  id: fc.constant('row'),
  licenseType: fc.constantFrom('subscription' as const, 'perpetual' as const, 'trial' as const),
  unitPrice: fc.integer({ min: 0, max: 1_000_000_000 }),
  listPrice: fc.integer({ min: 0, max: 1_000_000_000 }),
  discountBps: fc.integer({ min: 0, max: 10_000 }),
  taxRateBps: fc.integer({ min: 0, max: 10_000 }),
  breaks: anyBreaks,
})
const anyLine = fc.record({
  quantity: fc.integer({ min: 1, max: 1_000 }),
  durationYears: fc.integer({ min: 1, max: 10 }),
})

describe('priceLine', () => {
  it.each([
    ['a year of one unit', price(), 1, 1, [10_000, 10_000, 0, 0, 10_000]],
    ['a subscription is charged for each year', price(), 2, 3, [10_000, 60_000, 0, 0, 60_000]],
    [
      'a perpetual license is charged once, whatever its years',
      price({ licenseType: 'perpetual' }),
      2,
      3,
      [10_000, 20_000, 0, 0, 20_000],
    ],
    [
      'a trial is charged once',
      price({ licenseType: 'trial', unitPrice: 0 }),
      5,
      2,
      [0, 0, 0, 0, 0],
    ],
    [
      'discount comes off before tax',
      price({ discountBps: 1_000, taxRateBps: 2_000 }),
      1,
      1,
      [10_000, 10_000, 1_000, 1_800, 10_800],
    ],
    [
      'tax of a half minor unit goes up, once for the line and not for each unit',
      price({ unitPrice: 1, taxRateBps: 500 }),
      10,
      1,
      [1, 10, 0, 1, 11],
    ],
    [
      'a whole discount leaves nothing to tax',
      price({ discountBps: 10_000, taxRateBps: 10_000 }),
      3,
      1,
      [10_000, 30_000, 30_000, 0, 0],
    ],
    [
      'a reached break is charged for every unit',
      price({ breaks: [{ minQuantity: 10, unitPrice: 9_000 }] }),
      10,
      1,
      [9_000, 90_000, 0, 0, 90_000],
    ],
  ])('%s', (_name, row, quantity, durationYears, [unitPrice, subtotal, discount, tax, total]) => {
    const line = priceLine(row, { quantity, durationYears })
    expect(line).toEqual({ unitPrice, subtotal, discount, tax, total, taxRateBps: row.taxRateBps })
  })

  it('adds up: total = subtotal − discount + tax, and no amount is a fraction or negative', () => {
    fc.assert(
      fc.property(anyPrice, anyLine, (row, line) => {
        const { subtotal, discount, tax, total, unitPrice } = priceLine(row, line)
        for (const one of [subtotal, discount, tax, total, unitPrice]) {
          expect(Number.isSafeInteger(one)).toBe(true)
          expect(one).toBeGreaterThanOrEqual(0)
        }
        expect(total).toBe(subtotal - discount + tax)
        expect(discount).toBeLessThanOrEqual(subtotal)
      }),
    )
  })

  it('never costs less for more of the same without breaks', () => {
    fc.assert(
      fc.property(anyPrice, anyLine, (row, line) => {
        const flat = { ...row, breaks: [] }
        const more = { ...line, quantity: line.quantity + 1 }
        return priceLine(flat, more).total >= priceLine(flat, line).total
      }),
    )
  })

  it.each([
    ['subtotal', price({ unitPrice: 2 ** 52 }), 2],
    ['total with tax', price({ unitPrice: Number.MAX_SAFE_INTEGER, taxRateBps: 1 }), 1],
  ])('refuses a %s that a number can not hold exactly', (_name, row, quantity) => {
    expect(() => priceLine(row, { quantity, durationYears: 1 })).toThrow(
      expect.objectContaining({ code: 'AMOUNT_TOO_LARGE' }),
    )
  })
})

describe('unitPriceAt', () => {
  const breaks = [
    { minQuantity: 50, unitPrice: 8_000 },
    { minQuantity: 10, unitPrice: 9_000 },
    { minQuantity: 100, unitPrice: 9_500 },
  ]

  it.each([
    [1, 10_000],
    [9, 10_000],
    [10, 9_000],
    [49, 9_000],
    [50, 8_000],
    [99, 8_000],
    [100, 9_500],
    [100_000, 9_500],
  ])('at %d units is the highest break that is reached: %d', (quantity, expected) => {
    expect(unitPriceAt({ unitPrice: 10_000, breaks }, quantity)).toBe(expected)
  })

  it('does not depend on the order in which the breaks are written', () => {
    const shuffled = anyBreaks.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 120_000 }), ([rows, other], quantity) => {
        const reached = rows
          .filter(({ minQuantity }) => minQuantity <= quantity)
          .sort((a, b) => b.minQuantity - a.minQuantity)[0]
        const expected = reached ? reached.unitPrice : 777
        expect(unitPriceAt({ unitPrice: 777, breaks: rows }, quantity)).toBe(expected)
        expect(unitPriceAt({ unitPrice: 777, breaks: other }, quantity)).toBe(expected)
      }),
    )
  })
})

describe('orderTotals', () => {
  it('of no lines are zero', () => {
    expect(orderTotals([])).toEqual({ subtotal: 0, discountTotal: 0, taxTotal: 0, total: 0 })
  })

  it('are the sums of the lines and always add up', () => {
    const lines = fc.array(
      fc.tuple(anyPrice, anyLine).map(([row, line]) => priceLine(row, line)),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(lines, (priced) => {
        let total = 0
        for (const line of priced) total += line.total
        const totals = orderTotals(priced)
        expect(totals.total).toBe(total)
        expect(totals.total).toBe(totals.subtotal - totals.discountTotal + totals.taxTotal)
      }),
    )
  })

  it('refuse a sum that a number can not hold exactly', () => {
    const line = priceLine(price({ unitPrice: 2 ** 52 }), { quantity: 1, durationYears: 1 })
    expect(() => orderTotals([line, line])).toThrow(
      expect.objectContaining({ code: 'AMOUNT_TOO_LARGE' }),
    )
  })
})

describe('requirePrice', () => {
  it('finds the price of the license type', () => {
    const trial = price({ licenseType: 'trial' })
    expect(requirePrice([price(), trial], 'trial')).toBe(trial)
  })

  it('is an error that names the field, never zero, where there is no price', () => {
    for (const prices of [[], [price({ licenseType: 'trial' })]])
      expect(() => requirePrice(prices, 'perpetual', 'items.3.licenseType')).toThrow(
        expect.objectContaining({
          code: 'PRICE_UNAVAILABLE',
          entries: [expect.objectContaining({ path: 'items.3.licenseType' })],
        }),
      )
  })

  it('takes a price of zero that someone set', () => {
    expect(requirePrice([price({ unitPrice: 0 })], 'subscription').unitPrice).toBe(0)
  })
})
