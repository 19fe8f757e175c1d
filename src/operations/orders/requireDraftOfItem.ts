import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { idOf } from '../../domain/idOf'
import type { OrderItem } from '../../payload-types'
import { requireDraft } from './requireDraft'

/** @throws ORDER_LOCKED when the line's order is no draft */
export const requireDraftOfItem = async (
  req: PayloadRequest,
  id: number | string,
): Promise<void> => {
  const item = await readRow<OrderItem>(req, slugsOf(req.payload).orderItems, {
    id: { equals: id },
  })
  if (item) await requireDraft(req, idOf(item.order))
}
