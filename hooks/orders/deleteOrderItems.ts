import type { CollectionBeforeDeleteHook } from 'payload'

import { removeDraft } from '../../src/operations/orders/removeDraft'

/** Only a draft can be deleted, and takes its lines along. */
export const deleteOrderItems: CollectionBeforeDeleteHook = ({ id, req }) => removeDraft(req, id)
