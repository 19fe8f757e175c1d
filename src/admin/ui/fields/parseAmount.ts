import { minorUnitDigits } from '../../../domain/money/money'

/**
 * What a person typed as an amount, in minor units: `1200`, `1,200.50`. `null` where it is none,
 * has more decimals than the currency or is larger than can be handled.
 */
export const parseAmount = (text: string, currency: string): null | number => {
  const bare = text.trim().replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(bare)
  const digits = minorUnitDigits(currency)
  const [, units = '', decimals = ''] = parts ?? []
  if (!parts || decimals.length > digits) return null
  const amount = Number(units + decimals.padEnd(digits, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}
