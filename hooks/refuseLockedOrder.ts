import type { CollectionBeforeChangeHook } from 'payload'

import { callerOf } from '../access/callerOf'
import { ChannelError } from '../src/domain/errors'

/** What staff may still note on an order that is no draft; everything else stays as it was submitted. */
const openFields = new Set(['internalNotes', 'updatedAt'])

/** Only a draft can be changed by its users; transitions have their own way. */
export const refuseLockedOrder: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (!originalDoc || originalDoc.state === 'draft' || !callerOf(req)) return data
  for (const field of ['notes', 'agreementAcknowledged', 'partner', 'customer'])
    if (!openFields.has(field) && field in data && changed(data[field], originalDoc[field]))
      throw new ChannelError('ORDER_LOCKED', { path: field })
  return data
}

const changed = (to: unknown, from: unknown): boolean => (to ?? null) !== (from ?? null)
