import type { CollectionBeforeOperationHook } from 'payload'

import { ChannelError } from '../../src/domain/errors'

/** A log or a ledger takes no update and no delete, from anyone, through any interface. */
export const refuseRewrite: CollectionBeforeOperationHook = ({ operation }) => {
  if (operation === 'update' || operation === 'delete') throw new ChannelError('APPEND_ONLY')
}
