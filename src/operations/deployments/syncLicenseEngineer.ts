import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow, readRows } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import { licenseEngineer } from '../../domain/deployments/licenseEngineer'
import type { Deployment, License } from '../../payload-types'
import { changeLicense } from '../licenses/changeLicense'

/** So often the license is read anew because someone else wrote it at the same moment. */
const ATTEMPTS = 5

/**
 * Gives a license to the engineer who has to deploy it, as the system: that one may read it from
 * then on, and who had it before no longer.
 * @param left whose deployment of it was just taken away, or canceled
 * @throws EDIT_CONFLICT when others never cease to write the license
 */
export const syncLicenseEngineer = async (
  req: PayloadRequest,
  id: Id,
  left: Id | null,
  now: Date,
): Promise<void> => {
  const { deployments, licenses } = slugsOf(req.payload)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const license = await readRow<License>(req, licenses, { id: { equals: id } })
    if (!license) return
    const work = await readRows<Deployment>(req, deployments, { license: { equals: id } })
    const present = idOf(license.engineer)
    const engineer = licenseEngineer(present, work, left)
    if (engineer === present) return
    const change = { action: 'assign', data: { engineer: engineer as null | string } }
    if (await changeLicense(req, license, change, now)) return
  }
  throw new ChannelError('EDIT_CONFLICT')
}
