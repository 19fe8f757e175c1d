import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../channel'
import { updateInBulk } from '../database/updateInBulk'
import { unresolvedStates } from '../domain/alertMachine'
import type { Id } from '../domain/idOf'

/** Whom a license belongs to. */
export type LicenseOwners = Record<'customer' | 'partner' | 'salesRep', Id | null>

/**
 * Gives a license's alerts to its new owners, as the system: they must deal with them now. What is
 * resolved stays with those whom it concerned.
 */
export const passAlertsOn = async (
  req: PayloadRequest,
  license: Id,
  owners: LicenseOwners,
): Promise<void> => {
  const collection = slugsOf(req.payload).alerts
  const where: Where = {
    and: [{ license: { equals: license } }, { state: { in: unresolvedStates } }],
  }
  const passed = await updateInBulk(req, collection, where, owners)
  if (!passed)
    await req.payload.db.updateMany({ collection, where, data: owners, returning: false, req })
}
