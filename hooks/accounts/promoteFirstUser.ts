import type { CollectionBeforeChangeHook } from 'payload'

import { slugsOf, userData, userOf } from '../../src/channel'

/**
 * The first user of a new installation is its administrator; where the panel's users are others,
 * whoever comes first is just anybody.
 */
export const promoteFirstUser: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const { payload } = req
  const { users } = slugsOf(payload)
  if (operation !== 'create' || userOf(payload, data).roles?.length) return data
  if (payload.config.admin.user !== users) return data
  const { totalDocs } = await payload.db.count({ collection: users, req })
  return totalDocs === 0 ? { ...data, ...userData(payload, { roles: ['admin'] }) } : data
}
