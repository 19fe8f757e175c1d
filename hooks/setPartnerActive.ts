import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '../src/domain/idOf'
import { partnerIsActive } from '../src/operations/partnerIsActive'

/** Keeps on the user whether its partner is active, so that no request has to ask. */
export const setPartnerActive: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const partner = idOf('partner' in data ? data.partner : originalDoc?.partner)
  if (!originalDoc || partner !== idOf(originalDoc.partner))
    data.partnerActive = partner === null || (await partnerIsActive(req, partner))
  return data
}
