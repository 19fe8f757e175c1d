import { ChannelError } from './errors'

/** The highest number of licenses in a series; a series is a prefix and a month, e.g. `PO-202611`. */
export const LAST_NUMBER = 999_999

export const ORDER_PREFIX = 'PO'

/**
 * Orders go on past six digits: nobody can use up a month’s numbers for all others. A list that is sorted
 * by the number takes it for text, and has those of seven digits first; by date they are in their order.
 */
export const lastNumberOf = (series: string): number =>
  series.startsWith(`${ORDER_PREFIX}-`) ? 999_999_999_999 : LAST_NUMBER

/** Three capital letters or digits, a letter first: `ENT`. */
export const licensePrefixPattern = /^[A-Z][A-Z0-9]{2}$/
export const orderNumberPattern = /^PO-\d{6}-\d{6,12}$/
export const licenseIdPattern = /^[A-Z][A-Z0-9]{2}-\d{6}-\d{6}$/

/** The series that a number made at `now` (UTC) belongs to. */
export const seriesOf = (prefix: string, now: Date): string =>
  `${prefix}-${now.toISOString().slice(0, 4)}${now.toISOString().slice(5, 7)}`

/**
 * The numbers of a reserved block, e.g. `PO-202611-000042`.
 * @param last the counter's value after the reservation
 * @throws NUMBERS_EXHAUSTED when a block of license IDs runs past 999,999
 */
export const numbersOf = (series: string, last: number, count: number): string[] => {
  if (last > lastNumberOf(series)) throw new ChannelError('NUMBERS_EXHAUSTED')
  return Array.from(
    { length: count },
    (_, index) => `${series}-${String(last - count + 1 + index).padStart(6, '0')}`,
  )
}
