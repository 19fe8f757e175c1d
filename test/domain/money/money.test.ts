import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  formatMoney,
  isCurrency,
  minorUnitDigits,
  multiply,
  shareOf,
  sum,
} from '../../../src/domain/money/money'

const largest = Number.MAX_SAFE_INTEGER
const amount = fc.integer({ min: 0, max: largest })
const rate = fc.integer({ min: 0, max: 10_000 })
const tooLarge = expect.objectContaining({ code: 'AMOUNT_TOO_LARGE', status: 422 })

/** Half-up in exact fractions: the integer n with n − ½ ≤ amount × rate / 10,000 < n + ½. */
const isRoundedHalfUp = (rounded: number, of: number, bps: number): boolean => {
  const twiceExact = 2n * BigInt(of) * BigInt(bps)
  const twice = 2n * BigInt(rounded) * 10_000n
  return twice - 10_000n <= twiceExact && twiceExact < twice + 10_000n
}

describe('shareOf', () => {
  it.each([
    [1, 5_000, 1, '0.5 goes up'],
    [3, 5_000, 2, '1.5 goes up, not to the even neighbor only'],
    [5, 5_000, 3, '2.5 goes up, not to the even neighbor'],
    [50, 100, 1, '0.50 goes up'],
    [49, 100, 0, '0.49 goes down'],
    [10, 1_050, 1, '1.05 goes down'],
    [1_000, 825, 83, '82.5 goes up'],
    [205, 1_000, 21, '20.5 goes up, where 205 × 0.1 in floats is exact'],
    [1_005, 1_000, 101, '100.5 goes up'],
    [0, 10_000, 0, 'of nothing is nothing'],
    [largest, 10_000, largest, 'the whole is the whole'],
    [largest, 5_000, (largest + 1) / 2, 'half of an odd amount goes up'],
  ])('of %d at %d basis points is %d: %s', (of, bps, expected, _reason) => {
    expect(shareOf(of, bps)).toBe(expected)
  })

  it('is always the nearest minor unit, a half going up', () => {
    fc.assert(fc.property(amount, rate, (of, bps) => isRoundedHalfUp(shareOf(of, bps), of, bps)))
  })

  it('is right at every exact half', () => {
    const exactHalf = fc
      .tuple(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom(1, 5, 25, 125, 625, 2_500))
      .map(([n, bps]) => ({ of: (5_000 / bps) * (2 * n + 1), bps, up: n + 1 }))
    fc.assert(
      fc.property(
        exactHalf.filter(({ of }) => Number.isInteger(of)),
        ({ of, bps, up }) => {
          expect(shareOf(of, bps)).toBe(up)
        },
      ),
    )
  })

  it('is never more than the amount, never negative and never a fraction', () => {
    fc.assert(
      fc.property(amount, rate, (of, bps) => {
        const share = shareOf(of, bps)
        return Number.isSafeInteger(share) && share >= 0 && share <= of
      }),
    )
  })
})

describe('multiply', () => {
  it('is exact, or refuses where a number would lose its last digit', () => {
    const factor = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(amount, factor, factor, (unit, quantity, years) => {
        const exact = BigInt(unit) * BigInt(quantity) * BigInt(years)
        if (exact > BigInt(largest)) expect(() => multiply(unit, quantity, years)).toThrow(tooLarge)
        else expect(BigInt(multiply(unit, quantity, years))).toBe(exact)
      }),
    )
  })

  it('takes the largest amount there is, and refuses one more', () => {
    const factor = largest / 6_361 // 2^53 − 1 = 6,361 × 69,431 × 20,394,401
    expect(multiply(factor, 6_361)).toBe(largest)
    expect(() => multiply(2 ** 52, 2)).toThrow(tooLarge)
  })

  it.each([[1.5], [NaN], [Infinity]])('refuses %p, which is no count of minor units', (value) => {
    expect(() => multiply(value, 2)).toThrow()
    expect(() => multiply(2, value)).toThrow()
  })
})

describe('sum', () => {
  it('of no amounts is zero', () => {
    expect(sum([])).toBe(0)
  })

  it('is exact, or refuses where a number would lose its last digit', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 6 }), (amounts) => {
        let exact = 0n
        for (const one of amounts) exact += BigInt(one)
        if (exact > BigInt(largest)) expect(() => sum(amounts)).toThrow(tooLarge)
        else expect(BigInt(sum(amounts))).toBe(exact)
      }),
    )
  })

  it.each([[0.1], [NaN]])('refuses %p among the amounts', (value) => {
    expect(() => sum([1, value])).toThrow()
  })
})

describe('isCurrency', () => {
  it.each(['USD', 'EUR', 'CNY', 'JPY', 'KWD'])('knows %s', (code) => {
    expect(isCurrency(code)).toBe(true)
  })

  it.each(['', 'usd', 'US', 'USDX', 'ZZZ', 'U$D', ' USD', 'USD\n'])('refuses %j', (code) => {
    expect(isCurrency(code)).toBe(false)
  })
})

describe('minorUnitDigits', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    // Where people write prices without the minor units that banks count in.
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['CLF', 4],
  ])('counts the decimals of %s: %d', (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits)
  })
})

describe('formatMoney', () => {
  it.each([
    [1_234, 'USD', 'en', '$12.34'],
    [5, 'USD', 'en', '$0.05'],
    [0, 'EUR', 'en', '€0.00'],
    [1_234, 'JPY', 'en', '¥1,234'],
    [123_456, 'CNY', 'zh', '¥1,234.56'],
  ])('shows %d minor units of %s for a reader of %s as %s', (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text)
  })

  it('shows every digit of every amount', () => {
    const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
    for (const currency of ['USD', 'JPY', 'KWD'])
      fc.assert(
        fc.property(fc.integer({ min: 10_000, max: largest }), (minor) => {
          expect(digitsOf(formatMoney(minor, currency))).toBe(String(minor))
        }),
      )
  })
})
