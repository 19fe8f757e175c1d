import type { CollectionBeforeChangeHook } from 'payload'

type Standing = { partnerActive?: boolean | null; roles?: null | string[] }

/**
 * Whoever loses the last role, or comes to an inactive partner, is out of every session: a role or a
 * partner that is given back must not bring old tokens back to life.
 */
export const endSessions: CollectionBeforeChangeHook = ({ collection, data, originalDoc }) => {
  if (!collection.auth.useSessions || !originalDoc) return data
  const [before, after] = [originalDoc as Standing, { ...originalDoc, ...data } as Standing]
  const lostRoles = Boolean(before.roles?.length) && !after.roles?.length
  const lostPartner = before.partnerActive !== false && after.partnerActive === false
  return lostRoles || lostPartner ? { ...data, sessions: [] } : data
}
