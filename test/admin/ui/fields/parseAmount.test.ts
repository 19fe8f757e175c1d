import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseAmount } from '../../../../src/admin/ui/fields/parseAmount'
import { formatMoney } from '../../../../src/domain/money/money'

describe('parseAmount', () => {
  it.each<[string, string, null | number]>([
    ['1200', 'USD', 120_000],
    [' 1,200.50 ', 'USD', 120_050],
    ['0.5', 'USD', 50],
    ['1200', 'JPY', 1_200],
    ['1.5', 'JPY', null],
    ['1.234', 'USD', null],
    ['12,5', 'USD', null],
    ['-5', 'USD', null],
    ['', 'USD', null],
    ['twelve', 'USD', null],
    ['99999999999999999', 'USD', null],
  ])('reads “%s” in %s', (text, currency, amount) => {
    expect(parseAmount(text, currency)).toBe(amount)
  })

  it('reads every amount as the admin panel writes it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const text = formatMoney(amount, currency).replaceAll(/[^\d.,]/g, '')
        expect(parseAmount(text, currency)).toBe(amount)
      }),
    )
  })
})
