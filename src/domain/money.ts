import { ChannelError } from './errors'

/** An amount in integer minor units of its currency (cents for USD, yen for JPY). */
export type Money = number

/** A rate in basis points: 10,000 = 100 %. */
export type BasisPoints = number

const BPS_PER_UNIT = 10_000

/** ISO 4217 codes the runtime knows, e.g. `USD`. */
export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)

/** How many decimal places the currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export const minorUnitDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2

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
  const decimal = `${amount}E-${minorUnitDigits(currency)}` as `${number}`
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(decimal)
}

const toMoney = (value: bigint): Money => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ChannelError('AMOUNT_TOO_LARGE')
  return Number(value)
}
