import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { updateInBulk } from './updateInBulk'

/** Values by field. */
export type PlainData = Record<string, null | number | string>

/**
 * Changes every document that meets a condition: by one statement where there is one, else by the
 * adapter. Steps past hooks and validation.
 * @returns how many were changed, `null` where the database does not tell
 */
export const updateWhere = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  data: PlainData,
): Promise<null | number> => {
  const changed = await updateInBulk(req, collection, where, data)
  if (changed) return changed.length
  await req.payload.db.updateMany({ collection, where, data, returning: false, req })
  return null
}
