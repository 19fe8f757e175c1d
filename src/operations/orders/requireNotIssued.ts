import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import { issuedStates } from '../../domain/orders/orderMachine'
import type { Order } from '../../payload-types'

/**
 * What was sold is not undone by a word on its order: its licenses would stay valid.
 * @throws ORDER_ISSUED
 */
export const requireNotIssued = async (
  req: PayloadRequest,
  { id, state }: Pick<Order, 'id' | 'state'>,
): Promise<void> => {
  const { totalDocs } = issuedStates.includes(state)
    ? { totalDocs: 1 }
    : await req.payload.db.count({
        collection: slugsOf(req.payload).licenses,
        where: { order: { equals: id } },
        req,
      })
  if (totalDocs > 0) throw new ChannelError('ORDER_ISSUED', { path: 'state' })
}
