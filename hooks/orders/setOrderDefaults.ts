import type { CollectionBeforeChangeHook } from 'payload'

import { startOrder } from '../../src/operations/orders/startOrder'

/** What a new order gets from its partner and the system: number, date, currency, owner. */
export const setOrderDefaults: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation === 'create') Object.assign(data, await startOrder(req, data, new Date()))
  return data
}
