import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { Order } from '../../payload-types'

/** The figures of an order, for whoever has seen others. */
const figuresOf = ({ currency, licenseCount, revision, state, total }: Order) => ({
  revision: revision ?? 0,
  state,
  total,
  currency: currency ?? null,
  licenseCount,
})

/** @throws EDIT_CONFLICT with the figures of now where the caller has seen another revision */
export const requireSeen = (order: Order, seen: number | undefined): void => {
  if (seen !== undefined && seen !== (order.revision ?? 0))
    throw new ChannelError('EDIT_CONFLICT', { path: 'revision', details: figuresOf(order) })
}

/** Why an order could not be written that was read a moment ago. */
export const orderConflict = async (
  req: PayloadRequest,
  before: Order,
  seen: number | undefined,
): Promise<ChannelError> => {
  const where = { id: { equals: before.id } }
  const order = await readRow<Order>(req, slugsOf(req.payload).orders, where)
  if (!order || order.state !== before.state || seen === undefined)
    return new ChannelError('ORDER_STATE_CONFLICT')
  return new ChannelError('EDIT_CONFLICT', { path: 'revision', details: figuresOf(order) })
}
