import type { CollectionBeforeChangeHook } from 'payload'

import { priceItem } from '../../src/operations/orders/priceItem'

/** A line's amounts are the server's, at the partner's prices; lines of a draft only. */
export const priceOrderItem: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  // Payload gives an empty document to the hooks of a creation.
  const before = operation === 'update' ? originalDoc : undefined
  return { ...data, ...(await priceItem(req, { ...before, ...data }, before)) }
}
