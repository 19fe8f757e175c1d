import type { CollectionBeforeChangeHook } from 'payload'

import { orderDefaults } from '../../src/operations/orders/orderDefaults'

/** What a new order gets from its partner and the system: number, date, currency, owner. */
export const setOrderDefaults: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation === 'create') Object.assign(data, await orderDefaults(req, data, new Date()))
  return data
}
