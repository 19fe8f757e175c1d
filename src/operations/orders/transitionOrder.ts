import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { ChannelError } from '../../domain/errors'
import {
  orderMachine,
  stateAfterApproval,
  type OrderAction,
  type OrderState,
} from '../../domain/orders/orderMachine'
import type { License, Order, OrderItem, Partner } from '../../payload-types'
import { checkOrder } from './checkOrder'
import { planLicenses } from './issueLicenses'
import { itemsOf } from './itemsOf'
import { moveOrder } from './moveOrder'
import { requireSeen } from './orderConflict'
import { repriceDraft } from './repriceDraft'
import { requireNotIssued } from './requireNotIssued'
import { requireOrder } from './requireOrder'
import { settleOrder } from './settleOrder'

export type Transition = {
  id: number | string
  action: OrderAction
  reason?: string
  note?: string
  /** The revision that the caller has seen. */
  revision?: number
  /** Minor units; what the order costs as far as whoever submits it knows. */
  total?: number
}

export type TransitionResult = {
  order: Order
  items: OrderItem[]
  partner: Partner
  licenses: License[]
}

/** The actions that decide on a submitted order. */
const decisions: OrderAction[] = ['approve', 'reject', 'return']

/**
 * Moves an order along its machine, as the caller. Of several at the same moment one wins, by
 * compare-and-set on the state; entering `in_progress` issues the licenses, in the same transaction or,
 * where there is none, in steps that are completed whatever happens.
 * @throws NOT_FOUND, FORBIDDEN, ORDER_STATE_CONFLICT, ORDER_ISSUED, EDIT_CONFLICT where another
 * revision was seen, PRICE_CHANGED where a draft costs more than was seen, and the codes of the
 * state's guards
 */
export const transitionOrder = async (
  req: PayloadRequest,
  transition: Transition,
  now: Date,
): Promise<TransitionResult> => {
  const { action, revision: seen } = transition
  const { order: found, partner } = await requireOrder(req, transition.id, action)
  await settleOrder(req, found.id)
  const targets = await targetsOf(req, found, transition)
  const stored = { order: found, items: await itemsOf(req, found.id) }
  const { items, order } =
    action === 'submit'
      ? await repriceDraft(req, found, partner, stored.items, transition.total, now)
      : stored
  await checkOrder(req, action, { order, items, partner })
  const to = action === 'approve' ? stateAfterApproval(partner.paymentTerms) : targets[0]!
  const plan = to === 'in_progress' ? await planLicenses(req, order, items, now) : null
  const data = dataOf(req, to, transition, now)
  const change = { order, data, partner, transition: { ...transition, by: byOf(req), seen } }
  return { ...(await moveOrder(req, change, plan, now)), items, partner }
}

/** Where the action leads, for the order that the caller has seen. */
const targetsOf = async (
  req: PayloadRequest,
  order: Order,
  { action, reason, revision }: Transition,
): Promise<OrderState[]> => {
  if (action === 'cancel') await requireNotIssued(req, order)
  const targets = orderMachine.targets(order.state, action)
  if (!targets[0]) throw new ChannelError('ORDER_STATE_CONFLICT')
  requireSeen(order, revision)
  if (action === 'cancel' && byOf(req) === 'staff' && !reason)
    throw new ChannelError('INVALID_INPUT', {
      path: 'reason',
      message: 'Say why; the partner reads it.',
    })
  return targets
}

/** Whether staff do it, or the order's own people. */
const byOf = (req: PayloadRequest): 'owner' | 'staff' =>
  accessOf(req, 'orders', 'read') === true ? 'staff' : 'owner'

const dataOf = (
  req: PayloadRequest,
  to: OrderState,
  { action, reason, note }: Transition,
  now: Date,
): Partial<Order> => {
  const at = now.toISOString()
  const decides = decisions.includes(action) || (action === 'cancel' && byOf(req) === 'staff')
  return {
    state: to,
    updatedAt: at,
    ...(action === 'submit' && { submittedAt: at }),
    ...(to === 'in_progress' && { issuedAt: at }),
    ...(decides && { decidedAt: at, decidedBy: req.user?.id }),
    ...((decides || action === 'cancel') && { decisionReason: reason ?? note ?? null }),
  }
}
