import type { PayloadRequest } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { checkGuards } from '../domain/checkGuards'
import { ChannelError } from '../domain/errors'
import {
  orderMachine,
  stateAfterApproval,
  type OrderAction,
  type OrderState,
} from '../domain/orderMachine'
import type { License, Order, OrderItem, Partner } from '../payload-types'
import { planLicenses } from './issueLicenses'
import { itemsOf } from './itemsOf'
import { moveOrder } from './moveOrder'
import { repriceDraft } from './repriceDraft'
import { requireOrder } from './requireOrder'
import { settleOrder } from './settleOrder'

export type Transition = {
  id: number | string
  action: OrderAction
  reason?: string
  note?: string
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
 * @throws NOT_FOUND, FORBIDDEN, ORDER_STATE_CONFLICT, and the codes of the state's guards
 */
export const transitionOrder = async (
  req: PayloadRequest,
  transition: Transition,
  now: Date,
): Promise<TransitionResult> => {
  const { action } = transition
  const { order: found, partner } = await requireOrder(req, transition.id, action)
  await settleOrder(req, found.id)
  const targets = orderMachine.targets(found.state, action)
  if (!targets[0]) throw new ChannelError('ORDER_STATE_CONFLICT')
  const stored = { order: found, items: await itemsOf(req, found.id) }
  const { items, order } =
    action === 'submit' ? await repriceDraft(req, found, partner, stored.items, now) : stored
  checkGuards(action, {
    agreementAcknowledged: order.agreementAcknowledged ?? false,
    lineCount: items.length,
    total: order.total,
    approvalLimit: approvalLimitOf(req),
  })
  const to = action === 'approve' ? stateAfterApproval(partner.paymentTerms) : targets[0]
  const plan = to === 'in_progress' ? await planLicenses(req, order, items, now) : null
  const change = { order, data: dataOf(req, to, transition, now), partner, transition }
  return { ...(await moveOrder(req, change, plan, now)), items, partner }
}

const dataOf = (
  req: PayloadRequest,
  to: OrderState,
  { action, reason, note }: Transition,
  now: Date,
): Partial<Order> => {
  const at = now.toISOString()
  return {
    state: to,
    updatedAt: at,
    ...(action === 'submit' && { submittedAt: at }),
    ...(to === 'in_progress' && { issuedAt: at }),
    ...(decisions.includes(action) && {
      decidedAt: at,
      decidedBy: req.user?.id,
      decisionReason: reason ?? note ?? null,
    }),
  }
}

/** The widest limit of the caller's roles; a role without one may approve everything. */
const approvalLimitOf = (req: PayloadRequest): number | undefined => {
  const { grants, options } = channelOf(req.payload)
  const approving = (callerOf(req)?.roles ?? []).filter((role) => grants[role]?.orders?.approve)
  const limits = approving.map((role) => options.approvalLimits[role] ?? Infinity)
  const limit = Math.max(...limits)
  return Number.isFinite(limit) ? limit : undefined
}
