import type { CollectionBeforeChangeHook } from 'payload'

import { userOf } from '../../src/channel'

type Standing = { partnerActive?: boolean | null; roles?: null | string[] }

/**
 * Whoever loses the last role, or comes to an inactive partner, is out of every session: a role or a
 * partner that is given back must not bring old tokens back to life.
 */
export const endSessions: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  if (!collection.auth.useSessions || !originalDoc) return data
  const before: Standing = userOf(req.payload, originalDoc)
  const after: Standing = userOf(req.payload, { ...originalDoc, ...data })
  const lostRoles = Boolean(before.roles?.length) && !after.roles?.length
  const lostPartner = before.partnerActive !== false && after.partnerActive === false
  return lostRoles || lostPartner ? { ...data, sessions: [] } : data
}
