import type { CollectionBeforeChangeHook } from 'payload'

import { priceItem } from '../src/operations/priceItem'

/** A line's amounts are the server's, at the partner's prices; lines of a draft only. */
export const priceOrderItem: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await priceItem(req, { ...originalDoc, ...data }, originalDoc)),
})
