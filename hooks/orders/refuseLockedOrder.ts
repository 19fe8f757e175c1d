import type { CollectionBeforeChangeHook } from 'payload'

import { callerOf } from '../../access/callerOf'
import { ChannelError } from '../../src/domain/errors'
import { idOf } from '../../src/domain/idOf'

/**
 * Only a draft can be changed by its users; transitions have their own way. What staff may still
 * note is `internalNotes`. An order never changes its partner, whose prices its lines have.
 */
export const refuseLockedOrder: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return data
  const locked = originalDoc.state !== 'draft' && callerOf(req)
  for (const field of locked
    ? ['partner', 'notes', 'agreementAcknowledged', 'customer']
    : ['partner'])
    if (field in data && idOf(data[field]) !== idOf(originalDoc[field]))
      throw new ChannelError('ORDER_LOCKED', { path: field })
  return data
}
