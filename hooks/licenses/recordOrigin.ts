import type { CollectionAfterChangeHook } from 'payload'

import { applyPendingPurchases } from '../../src/operations/licenses/applyPendingPurchases'

/** A license that is made by hand begins with a purchase, as issued ones do. */
export const recordOrigin: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') await applyPendingPurchases(req, doc.id, new Date())
  return doc
}
