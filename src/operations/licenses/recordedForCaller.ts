import type { PayloadRequest } from 'payload'

import type { Recorded } from './appendPurchase'
import { requireDocument } from '../records/requireDocument'

/** A purchase and its license without what the caller may not see of them; they came as stored. */
export const recordedForCaller = async (
  req: PayloadRequest,
  { license, purchase }: Recorded,
): Promise<Recorded> => ({
  purchase: await requireDocument(req, 'purchases', purchase.id),
  license: await requireDocument(req, 'licenses', license.id),
})
