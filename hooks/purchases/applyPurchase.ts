import type { CollectionAfterChangeHook } from 'payload'

import { idOf, type Id } from '../../src/domain/idOf'
import { settlePurchases } from '../../src/operations/licenses/settlePurchases'

/** A purchase has its effect on the license in the same transaction. */
export const applyPurchase: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  await settlePurchases(req, idOf(data.license) as Id, new Date())
  return doc
}
