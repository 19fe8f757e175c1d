import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { licenseMachine } from '../../domain/licenses/licenseMachine'
import { newLicenseTerms } from '../../domain/licenses/licenseTerms'
import type { License, Product } from '../../payload-types'
import { beginningOf } from './licenseBeginning'
import { reserveNumbers } from '../records/reserveNumbers'

/**
 * What every license starts with. The terms of one that a user makes are held to the rules; the
 * system takes over licenses as they are.
 * @throws UNKNOWN_PRODUCT naming `product`, for a user also when it is not sold any more;
 * INVALID_INPUT naming each term at fault
 */
export const licenseDefaults = async (
  req: PayloadRequest,
  data: Partial<License>,
  now: Date,
): Promise<Partial<License>> => {
  const isByHand = callerOf(req) !== null
  const product = await readRow<Product>(req, slugsOf(req.payload).products, {
    id: { equals: idOf(data.product) },
  })
  if (!product || (isByHand && !product.active))
    throw new ChannelError('UNKNOWN_PRODUCT', { path: 'product' })
  const terms = isByHand
    ? newLicenseTerms(data, now)
    : { startsAt: data.startsAt ?? now.toISOString() }
  const [licenseId] = await reserveNumbers(req, product.licensePrefix, 1, now)
  return {
    licenseId,
    state: licenseMachine.initial,
    productType: product.productType,
    ...terms,
    lastPurchase: 1,
    issueKey: beginningOf(req)?.issueKey ?? data.issueKey ?? randomUUID(),
  }
}
