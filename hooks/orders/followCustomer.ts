import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../src/domain/idOf'
import { passCustomerOn } from '../../src/operations/licenses/passCustomerOn'

/** The lines of an order belong to the customer that the order belongs to. */
export const followCustomer: CollectionAfterChangeHook = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const customer = idOf(data.customer)
  if (operation === 'update' && customer !== idOf(previousDoc?.customer))
    await passCustomerOn(req, doc.id, customer)
  return doc
}
