import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { readRow } from '../database/readRows'
import { ChannelError } from '../domain/errors'
import { idOf } from '../domain/idOf'
import { licenseMachine } from '../domain/licenseMachine'
import type { License, Product } from '../payload-types'
import { beginningOf } from './licenseBeginning'
import { reserveNumbers } from './reserveNumbers'

/**
 * What every license starts with.
 * @throws UNKNOWN_PRODUCT naming `product`
 */
export const startLicense = async (
  req: PayloadRequest,
  data: Partial<License>,
  now: Date,
): Promise<Partial<License>> => {
  const product = await readRow<Product>(req, slugsOf(req.payload).products, {
    id: { equals: idOf(data.product) },
  })
  if (!product) throw new ChannelError('UNKNOWN_PRODUCT', { path: 'product' })
  const [licenseId] = await reserveNumbers(req, product.licensePrefix, 1, now)
  return {
    licenseId,
    state: licenseMachine.initial,
    productType: product.productType,
    startsAt: data.startsAt ?? now.toISOString(),
    lastPurchase: 1,
    issueKey: beginningOf(req)?.issueKey ?? data.issueKey ?? randomUUID(),
  }
}
