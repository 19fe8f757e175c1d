import type { CollectionBeforeChangeHook } from 'payload'

import { userData, userOf } from '../../src/channel'
import { idOf } from '../../src/domain/idOf'
import { partnerIsActive } from '../../src/operations/accounts/partnerIsActive'

/** Keeps on the user whether its partner is active, so that no request has to ask. */
export const setPartnerActive: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { payload } = req
  const before = originalDoc && userOf(payload, originalDoc)
  const given = userOf(payload, data).partner
  const partner = idOf(given === undefined ? before?.partner : given)
  if (before && partner === idOf(before.partner)) return data
  const partnerActive = partner === null || (await partnerIsActive(req, partner))
  return { ...data, ...userData(payload, { partnerActive }) }
}
