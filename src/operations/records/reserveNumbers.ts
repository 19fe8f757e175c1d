import type { PayloadRequest } from 'payload'

import { incrementCounter } from '../../database/incrementCounter'
import { incrementTogether } from '../../database/incrementTogether'
import { ChannelError } from '../../domain/errors'
import { numbersOf, seriesOf } from '../../domain/numbers'

/**
 * Reserves a block of numbers in one atomic update, e.g. 10,000 license IDs. Outside a transaction
 * nobody waits, but numbers that are then not used stay unused; inside one, SQL databases keep the
 * series without gaps and locked until the commit.
 * @throws NUMBERS_EXHAUSTED past 999,999 in a month; nothing is reserved then
 */
export const reserveNumbers = async (
  req: PayloadRequest,
  prefix: string,
  count: number,
  now: Date,
): Promise<string[]> => {
  const series = seriesOf(prefix, now)
  const increment = req.transactionID ? incrementCounter : incrementTogether
  const last = await increment(req, series, count)
  if (last === null) throw new ChannelError('NUMBERS_EXHAUSTED')
  return numbersOf(series, last, count)
}
