import type { PayloadRequest } from 'payload'

import type { License, Purchase } from '../payload-types'
import type { Recorded } from './appendPurchase'
import { requireDocument } from './requireDocument'

/** A purchase and its license without what the caller may not see of them; they came as stored. */
export const recordedForCaller = async (
  req: PayloadRequest,
  { license, purchase }: Recorded,
): Promise<Recorded> => ({
  purchase: (await requireDocument(req, 'purchases', String(purchase.id))) as unknown as Purchase,
  license: (await requireDocument(req, 'licenses', String(license.id))) as unknown as License,
})
