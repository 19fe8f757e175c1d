import type { PayloadRequest } from 'payload'

import { setUsageKey } from './setUsageKey'

/**
 * Takes a license's usage key away, as the caller; without one, nothing changes but the log.
 * @returns the license ID
 * @throws NOT_FOUND, FORBIDDEN, EDIT_CONFLICT
 */
export const revokeUsageKey = async (
  req: PayloadRequest,
  id: string,
  now: Date,
): Promise<string> => {
  const { licenseId } = await setUsageKey(req, id, 'revokeKey', null, now)
  return licenseId as string
}
