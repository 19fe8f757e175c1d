import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import type { NewRow } from '../../database/newRow'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import { replayPurchases } from '../../domain/purchases/purchases'
import type { Purchase } from '../../payload-types'
import { appendPurchase, type Recorded } from './appendPurchase'
import { purchaseFrame } from './originPurchase'
import { recordedForCaller } from './recordedForCaller'
import { requireDocument } from '../records/requireDocument'
import { startOf, type Ledger } from './applyPendingPurchases'

/**
 * Undoes a purchase, as the caller, by a row against it: nothing is deleted, and the license becomes
 * what its other purchases make of it. A purchase can be undone once, by a unique key.
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN; ALREADY_REVERSED; PURCHASE_CONFLICT for the one
 * that the license began with, and for one that undoes another
 */
export const reversePurchase = async (
  req: PayloadRequest,
  id: Id,
  reason: string,
  now: Date,
): Promise<Recorded> => {
  const seen = await requireDocument(req, 'purchases', id)
  if (!accessOf(req, 'purchases', 'create')) throw new ChannelError('FORBIDDEN')
  const make = (ledger: Ledger) => counterEntry(req, ledger, seen.id, reason, now)
  return recordedForCaller(req, await appendPurchase(req, idOf(seen.license) as Id, make, now))
}

/**
 * Everything that the purchase added, taken back. It is read by whoever has the license now, as it
 * changes that one's terms; statistics count it against whoever sold what it undoes.
 */
const counterEntry = (
  req: PayloadRequest,
  { license, purchases }: Ledger,
  id: Id,
  reason: string,
  now: Date,
): NewRow => {
  const undone = purchases.find((one) => one.id === id) as Purchase
  if (purchases.some(({ reverses }) => idOf(reverses) === id))
    throw new ChannelError('ALREADY_REVERSED')
  if (undone.type === 'new' || idOf(undone.reverses) !== null)
    throw new ChannelError('PURCHASE_CONFLICT', { message: 'This purchase can not be undone.' })
  const frame = purchaseFrame(req, license, (purchases.at(-1)?.sequence ?? 0) + 1, now)
  const row = {
    ...frame,
    type: undone.type,
    basis: undone.basis,
    durationYears: undone.durationYears,
    quantity: undone.quantity,
    product: idOf(undone.product),
    workspacesAdded: negative(undone.workspacesAdded),
    usersAdded: negative(undone.usersAdded),
    amount: negative(undone.amount),
    currency: undone.currency,
    note: reason,
    reverses: id,
    reversalKey: String(id),
  }
  const after = replayPurchases(startOf(license), [...purchases, row as unknown as Purchase])
  return {
    ...row,
    workspacesAfter: after.workspaces,
    usersAfter: after.users,
    expiresBefore: license.expiresAt ?? null,
    expiresAfter: after.expiresAt,
  }
}

/** No minus zero: it would be another value. */
const negative = (value: null | number | undefined): number => (value ? -value : 0)
