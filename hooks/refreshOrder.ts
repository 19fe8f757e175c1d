import type { PayloadRequest } from 'payload'

import { slugsOf } from '../src/channel'
import { idOf } from '../src/domain/idOf'
import type { OrderItem } from '../src/payload-types'

type Written = { doc: Pick<OrderItem, 'order'>; req: PayloadRequest }

/** A line that came, changed or went makes its order count again. The system writes: totals are no one's to set. */
export const refreshOrder = async ({ doc, req }: Written): Promise<unknown> => {
  const id = idOf(doc.order)
  if (id !== null)
    await req.payload.update({
      collection: slugsOf(req.payload).orders,
      id,
      data: {},
      depth: 0,
      overrideAccess: true,
      req,
    })
  return doc
}
