import type { PayloadRequest } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { ChannelError } from '../domain/errors'
import type { Action } from '../domain/grants'
import { idOf } from '../domain/idOf'
import { reachOf } from '../domain/reach'
import type { Order, Partner } from '../payload-types'
import { partnerOf } from './partnerOf'

/**
 * An order that the caller may do something with, and its partner.
 * @throws UNAUTHENTICATED; NOT_FOUND also where the caller may not know of it; FORBIDDEN where it
 * may be seen, but not this be done with it
 */
export const requireOrder = async (
  req: PayloadRequest,
  id: number | string,
  action: Action,
): Promise<{ order: Order; partner: Partner }> => {
  const caller = callerOf(req)
  if (!caller) throw new ChannelError('UNAUTHENTICATED')
  const { grants, options } = channelOf(req.payload)
  const { slugs } = options
  const { docs } = await req.payload.find({
    collection: slugs.orders,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    // A role without any grant on orders may not know of this one either.
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const order = docs[0]
  if (!order) throw new ChannelError('NOT_FOUND')
  const reach = reachOf(grants, caller, 'orders', action)
  const allowed =
    typeof reach === 'boolean'
      ? reach
      : reach.some(({ path, equals }) => idOf(order[path as 'partner']) === equals)
  if (!allowed) throw new ChannelError('FORBIDDEN')
  return { order, partner: await partnerOf(req, order) }
}
