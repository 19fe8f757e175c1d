import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { idOf } from '../../domain/idOf'
import type { License } from '../../payload-types'

/** What was paid for a new license: net of tax, in minor units. */
export type Paid = {
  amount: number
  currency: string
  durationYears?: null | number
  note?: null | string
}

/** The license as it is written, with its ID. */
export type LicenseRow = Partial<License> & Pick<License, 'id'>

/** The purchase that a license begins with, as a row: it says what the license came with. */
export const originPurchase = (
  req: PayloadRequest,
  license: LicenseRow,
  { amount, currency, durationYears, note }: Paid,
  now: Date,
): NewRow => ({
  ...purchaseFrame(req, license, 1, now),
  type: 'new',
  durationYears: durationYears ?? null,
  quantity: license.seats ?? 1,
  product: idOf(license.product),
  productWorkspaces: license.limits?.workspaces ?? 0,
  productUsers: license.limits?.users ?? 0,
  workspacesAfter: license.limits?.workspaces ?? 0,
  usersAfter: license.limits?.users ?? 0,
  expiresAfter: license.expiresAt ?? null,
  amount,
  currency,
  note: note ?? null,
})

/**
 * What every purchase has. Its place on the license is a unique key: of two at the same moment one
 * gets it.
 * @param sequence 1 for the first one
 */
export const purchaseFrame = (
  req: PayloadRequest,
  license: LicenseRow,
  sequence: number,
  now: Date,
) => {
  const at = now.toISOString()
  const purchaseKey = `${license.id}:${sequence}`
  return {
    id: newId(req.payload),
    license: license.id,
    sequence,
    basis: null,
    durationYears: null as null | number,
    quantity: null as null | number,
    workspacesAdded: 0,
    usersAdded: 0,
    productWorkspaces: null as null | number,
    productUsers: null as null | number,
    expiresBefore: null as null | string,
    customer: idOf(license.customer),
    partner: idOf(license.partner),
    salesRep: idOf(license.salesRep),
    order: idOf(license.order),
    reverses: null as null | number | string,
    recordedBy: callerOf(req)?.links.self ?? null,
    purchasedAt: at,
    purchaseKey,
    // Another purchase's ID where it undoes one; IDs have no colon.
    reversalKey: purchaseKey,
    requestKey: purchaseKey,
    requestHash: null as null | string,
    createdAt: at,
    updatedAt: at,
  }
}
