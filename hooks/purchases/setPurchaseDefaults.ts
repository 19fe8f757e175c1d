import type { CollectionBeforeValidateHook } from 'payload'

import type { Purchase } from '../../src/payload-types'
import { purchaseFromDocument } from '../../src/operations/licenses/purchaseFromDocument'

/** A purchase that comes as a document is the one that the API would record. */
export const setPurchaseDefaults: CollectionBeforeValidateHook<Purchase> = ({
  data,
  operation,
  req,
}) => (operation === 'create' && data ? purchaseFromDocument(req, data, new Date()) : data)
