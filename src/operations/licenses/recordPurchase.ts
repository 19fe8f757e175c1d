import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import type { PurchaseInput } from '../../domain/purchases/purchaseInput'
import type { License, Purchase } from '../../payload-types'
import { appendPurchase, type Recorded } from './appendPurchase'
import { makePurchase } from './makePurchase'
import { recordedForCaller } from './recordedForCaller'
import { requestIdentity, type RequestIdentity } from '../records/requestIdentity'
import { requireActionOn } from '../access/requireActionOn'
import { applyPendingPurchases } from './applyPendingPurchases'

/**
 * Records what was bought for a license, as the caller, and gives the license its effect: expiry,
 * limits or product, with a log entry and an event. Exactly once for each `Idempotency-Key` of a
 * user: the key's hash is a unique field of the purchase itself.
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, LICENSE_STATE_CONFLICT, UNKNOWN_PRODUCT,
 * PURCHASE_CONFLICT, NOTHING_BOUGHT; IDEMPOTENCY_CONFLICT when the key came with another body before
 */
export const recordPurchase = async (
  req: PayloadRequest,
  input: PurchaseInput,
  key: null | string,
  now: Date,
): Promise<Recorded> => recordedForCaller(req, await recordOnce(req, input, key, now))

const recordOnce = async (
  req: PayloadRequest,
  input: PurchaseInput,
  key: null | string,
  now: Date,
): Promise<Recorded> => {
  const { id } = await requirePurchasable(req, input.license)
  if (key === null)
    return appendPurchase(req, id, (ledger) => makePurchase(req, ledger, input, now), now)
  const identity = requestIdentity(String(req.user?.id), key, input)
  const before = await findRecorded(req, identity, now)
  if (before) return before
  const make = async (ledger: Parameters<typeof makePurchase>[1]) => ({
    ...(await makePurchase(req, ledger, input, now)),
    ...identity,
  })
  try {
    return await appendPurchase(req, id, make, now)
  } catch (error) {
    const recorded = await findRecorded(req, identity, now)
    if (recorded) return recorded
    throw error
  }
}

/**
 * A license that the caller may read and record purchases for, which it could read then.
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN
 */
export const requirePurchasable = async (req: PayloadRequest, id: Id): Promise<License> => {
  const license = await requireActionOn(req, 'licenses', id, 'read')
  if (!accessOf(req, 'purchases', 'create') || !accessOf(req, 'purchases', 'read'))
    throw new ChannelError('FORBIDDEN')
  return license
}

const findRecorded = async (
  req: PayloadRequest,
  identity: RequestIdentity,
  now: Date,
): Promise<null | Recorded> => {
  const where = { requestKey: { equals: identity.requestKey } }
  const purchase = await readRow<Purchase>(req, slugsOf(req.payload).purchases, where)
  if (!purchase) return null
  if (purchase.requestHash !== identity.requestHash) throw new ChannelError('IDEMPOTENCY_CONFLICT')
  const { license } = await applyPendingPurchases(req, idOf(purchase.license) as Id, now)
  return { purchase, license }
}
