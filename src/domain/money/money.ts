import { ChannelError } from '../errors'
import { iso4217 } from './iso4217'

/** An amount in integer minor units of its currency (cents for USD, yen for JPY). */
export type Money = number

/** A rate in basis points: 10,000 = 100 %. */
export type BasisPoints = number

const BPS_PER_UNIT = 10_000

const digitsOf = new Map(
  Object.entries(iso4217).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
)

/** Codes of ISO 4217 that have a minor unit, e.g. `USD`. */
export const isCurrency = (code: string): boolean => digitsOf.has(code)

/** How many decimal places the currency has: 2 for USD and HUF, 0 for JPY, 3 for KWD. */
export const minorUnitDigits = (currency: string): number => digitsOf.get(currency) ?? 2

/**
 * `amount × factors`, exact.
 * @throws AMOUNT_TOO_LARGE past 2^53 − 1 minor units
 */
export const multiply = (amount: Money, ...factors: number[]): Money => {
  const product = factors.reduce((result, factor) => result * BigInt(factor), BigInt(amount))
  return toMoney(product)
}

/** @throws AMOUNT_TOO_LARGE past 2^53 − 1 minor units */
export const sum = (amounts: Money[]): Money =>
  toMoney(amounts.reduce((result, amount) => result + BigInt(amount), 0n))

/** `amount × rate`, rounded half-up once, to the minor unit; both are zero or more. */
export const shareOf = (amount: Money, rateBps: BasisPoints): Money => {
  const unit = BigInt(BPS_PER_UNIT)
  return toMoney((BigInt(amount) * BigInt(rateBps) + unit / 2n) / unit)
}

/** `1234` USD → `$12.34`, in the reader's format; from decimal text, as a division loses digits. */
export const formatMoney = (amount: Money, currency: string, locale = 'en'): string => {
  const digits = minorUnitDigits(currency)
  const decimal = `${amount}E-${digits}` as `${number}`
  // All of them: the runtime would leave out those that people seldom write.
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...exact }).format(decimal)
}

const toMoney = (value: bigint): Money => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ChannelError('AMOUNT_TOO_LARGE')
  return Number(value)
}
