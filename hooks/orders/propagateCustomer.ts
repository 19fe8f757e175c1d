import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../src/domain/idOf'
import { syncLicenseCustomers } from '../../src/operations/licenses/syncLicenseCustomers'

/** The lines of an order belong to the customer that the order belongs to. */
export const propagateCustomer: CollectionAfterChangeHook = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const customer = idOf(data.customer)
  if (operation === 'update' && customer !== idOf(previousDoc?.customer))
    await syncLicenseCustomers(req, doc.id, customer)
  return doc
}
