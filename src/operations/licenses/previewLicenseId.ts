import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { numbersOf, seriesOf } from '../../domain/numbers'
import { productOf } from './licenseData'

/**
 * The ID that the next license of a product gets, as long as nobody is faster; for who may create
 * licenses.
 * @throws FORBIDDEN, UNKNOWN_PRODUCT, NUMBERS_EXHAUSTED
 */
export const previewLicenseId = async (
  req: PayloadRequest,
  sku: string,
  now: Date,
): Promise<string> => {
  if (!accessOf(req, 'licenses', 'create')) throw new ChannelError('FORBIDDEN')
  const { licensePrefix } = await productOf(req, { sku })
  const series = seriesOf(licensePrefix, now)
  const where = { series: { equals: series } }
  const counter = await readRow<{ value: number }>(req, slugsOf(req.payload).counters, where)
  const [licenseId] = numbersOf(series, (counter?.value ?? 0) + 1, 1)
  return licenseId as string
}
