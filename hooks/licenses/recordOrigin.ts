import type { CollectionAfterChangeHook } from 'payload'

import { settlePurchases } from '../../src/operations/licenses/settlePurchases'

/** A license that is made by hand begins with a purchase, as issued ones do. */
export const recordOrigin: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') await settlePurchases(req, doc.id, new Date())
  return doc
}
