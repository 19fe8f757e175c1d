import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { splitAmount } from '../../../src/domain/money/splitAmount'

describe('splitAmount', () => {
  it.each([
    [100, 3, [34, 33, 33]],
    [2, 4, [1, 1, 0, 0]],
    [0, 2, [0, 0]],
    [999, 1, [999]],
  ])('splits %d into %d parts', (amount, parts, expected) => {
    expect(splitAmount(amount, parts)).toEqual(expected)
  })

  it('loses and makes no cent, and no part is more than one above another', () => {
    const amounts = fc.integer({ min: 0, max: 10 ** 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 2_000 }), (amount, parts) => {
        const split = splitAmount(amount, parts)
        expect(split).toHaveLength(parts)
        expect(split.reduce((total, part) => total + part, 0)).toBe(amount)
        expect((split[0] as number) - (split.at(-1) as number)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
