import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import type { Order, OrderItem } from '../../payload-types'

/** The lines of an order in their order; the caller has checked that the order may be read. */
export const itemsOf = (req: PayloadRequest, order: Order['id']): Promise<OrderItem[]> =>
  readRows(req, slugsOf(req.payload).orderItems, { order: { equals: order } }, { sort: 'position' })
