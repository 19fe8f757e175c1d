import type { CollectionAfterChangeHook } from 'payload'

import { idOf, type Id } from '../../src/domain/idOf'
import { applyPendingPurchases } from '../../src/operations/licenses/applyPendingPurchases'

/** A purchase has its effect on the license in the same transaction. */
export const applyPurchase: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  await applyPendingPurchases(req, idOf(data.license) as Id, new Date())
  return doc
}
