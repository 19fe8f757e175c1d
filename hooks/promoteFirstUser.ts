import type { CollectionBeforeChangeHook } from 'payload'

import { slugsOf } from '../src/channel'

/** The first user of a new installation is its administrator. */
export const promoteFirstUser: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data.roles?.length) return data
  const { totalDocs } = await req.payload.db.count({ collection: slugsOf(req.payload).users, req })
  if (totalDocs === 0) data.roles = ['admin']
  return data
}
