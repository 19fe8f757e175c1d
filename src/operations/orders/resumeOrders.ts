import { createLocalReq, type BasePayload, type PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { readRows } from '../../database/readRows'
import { failureLine } from '../../domain/queue/backOff'
import type { Order } from '../../payload-types'
import { finishOrder, type Unfinished } from './finishOrder'

/** Longer than the largest order takes, so that nobody's work is done twice. */
const RESUME_AFTER_MS = 30_000
const BATCH = 20

/**
 * Completes the changes of orders whose process died in the middle. Any number of workers may do so
 * at once. Only a database without transactions has any.
 */
export const resumeOrders = async (
  payload: BasePayload,
  now: Date,
): Promise<{ resumed: number }> => {
  if (hasTransactions(payload)) return { resumed: 0 }
  const before = new Date(now.getTime() - RESUME_AFTER_MS).toISOString()
  const where = { unfinishedSince: { less_than: before } }
  const req = await createLocalReq({}, payload)
  let resumed = 0
  for (const order of await readRows<Order>(req, slugsOf(payload).orders, where, { limit: BATCH }))
    try {
      await finishOrder(await reqOf(payload, order), order)
      resumed += 1
    } catch (error) {
      payload.logger.error(`Order ${order.id} could not be completed: ${failureLine(error)}`)
    }
  return { resumed }
}

/** Whoever made the change stands in the log for all of it. */
const reqOf = async (payload: BasePayload, order: Order): Promise<PayloadRequest> => {
  const { actor } = order.unfinished as Unfinished
  const headers = new Headers({
    ...(actor.ip && { 'x-forwarded-for': actor.ip }),
    ...(actor.userAgent && { 'user-agent': actor.userAgent }),
  })
  const user = actor.actorId ? { id: actor.actorId, email: actor.actorName } : undefined
  return createLocalReq({ user: user as never, req: { headers } }, payload)
}
