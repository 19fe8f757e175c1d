import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { updateWhere } from '../../database/updateWhere'
import { unresolvedStates } from '../../domain/alerts/alertMachine'
import type { Id } from '../../domain/idOf'

/** Whom a license belongs to. */
export type LicenseOwners = Record<'customer' | 'partner' | 'salesRep', Id | null>

/**
 * Gives a license's alerts to its new owners, as the system: they must deal with them now. What is
 * resolved stays with those whom it concerned.
 */
export const reassignAlerts = async (
  req: PayloadRequest,
  license: Id,
  owners: LicenseOwners,
): Promise<void> => {
  const collection = slugsOf(req.payload).alerts
  const where: Where = {
    and: [{ license: { equals: license } }, { state: { in: unresolvedStates } }],
  }
  await updateWhere(req, collection, where, owners)
}
