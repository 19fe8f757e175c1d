import type { PayloadRequest } from 'payload'

import { ChannelError } from '../../domain/errors'
import type { LicenseAction } from '../../domain/licenses/licenseMachine'
import type { License } from '../../payload-types'
import { moveLicense } from './moveLicense'
import { requireDocument } from '../records/requireDocument'
import { requireActionOn } from '../access/requireActionOn'

/**
 * Suspends, resumes or terminates a license, as the caller.
 * @param id the document's ID or the license ID
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, LICENSE_STATE_CONFLICT
 */
export const transitionLicense = async (
  req: PayloadRequest,
  id: number | string,
  action: LicenseAction,
  reason: string | undefined,
  now: Date,
): Promise<License> => {
  const license = await requireActionOn(req, 'licenses', id, action)
  const moved = await moveLicense(req, license.id, action, { reason }, now)
  if (!moved) throw new ChannelError('LICENSE_STATE_CONFLICT')
  return await requireDocument(req, 'licenses', moved.id)
}
