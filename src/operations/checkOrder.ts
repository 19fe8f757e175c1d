import type { PayloadRequest } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { checkGuards } from '../domain/checkGuards'
import type { OrderAction } from '../domain/orderMachine'
import type { Order, OrderItem, Partner } from '../payload-types'

type Whole = { order: Order; items: OrderItem[]; partner: Partner }

/**
 * What must hold for an action, whatever way the order came to be as it is.
 * @throws the code of the first guard that does not hold
 */
export const checkOrder = async (
  req: PayloadRequest,
  action: OrderAction,
  { items, order }: Whole,
): Promise<void> =>
  checkGuards(action, {
    agreementAcknowledged: order.agreementAcknowledged ?? false,
    lineCount: items.length,
    total: order.total,
    approvalLimit: approvalLimitOf(req),
  })

/** The widest limit of the caller's roles; a role without one may approve everything. */
const approvalLimitOf = (req: PayloadRequest): number | undefined => {
  const { grants, options } = channelOf(req.payload)
  const approving = (callerOf(req)?.roles ?? []).filter((role) => grants[role]?.orders?.approve)
  const limits = approving.map((role) => options.approvalLimits[role] ?? Infinity)
  const limit = Math.max(...limits)
  return Number.isFinite(limit) ? limit : undefined
}
