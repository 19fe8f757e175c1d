import type { PayloadRequest } from 'payload'

import { setUsageKey } from './setUsageKey'
import { hashUsageKey, newUsageKey } from './usageKey'

/**
 * A new usage key for a license, as the caller. This is the only time that it is told.
 * @throws NOT_FOUND, FORBIDDEN, EDIT_CONFLICT
 */
export const rotateUsageKey = async (
  req: PayloadRequest,
  id: string,
  now: Date,
): Promise<{ key: string; licenseId: string }> => {
  const key = newUsageKey()
  const license = await setUsageKey(req, id, 'rotateKey', hashUsageKey(key), now)
  return { key, licenseId: license.licenseId as string }
}
