import type { CollectionBeforeDeleteHook } from 'payload'

import { requireDraftOfItem } from '../../src/operations/orders/requireDraftOfItem'

/** Lines leave an order only while it is a draft. */
export const refuseLockedItem: CollectionBeforeDeleteHook = ({ id, req }) =>
  requireDraftOfItem(req, id)
