import type { PayloadRequest, Where } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { changesBetween } from '../domain/changes'
import { checkGuards } from '../domain/checkGuards'
import { ChannelError } from '../domain/errors'
import type { EventType } from '../domain/eventTypes'
import {
  orderMachine,
  stateAfterApproval,
  type OrderAction,
  type OrderState,
} from '../domain/orderMachine'
import type { License, Order, OrderItem, Partner } from '../payload-types'
import { emitEvent } from './emitEvent'
import { inTransaction } from '../database/inTransaction'
import { issueLicenses, planLicenses } from './issueLicenses'
import { itemsOf } from './itemsOf'
import { logChanges } from './logChanges'
import { eventData } from './placeOrder'
import { repriceDraft } from './repriceDraft'
import { requireOrder } from './requireOrder'

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

/** What each action tells the world. */
const eventOf: Partial<Record<OrderAction, EventType>> = {
  submit: 'order.submitted',
  approve: 'order.approved',
  reject: 'order.rejected',
  return: 'order.returned',
  pay: 'order.paid',
  complete: 'order.completed',
  cancel: 'order.cancelled',
}

/** The actions that decide on a submitted order. */
const decisions: OrderAction[] = ['approve', 'reject', 'return']

/**
 * Moves an order along its machine, as the caller. Of several at the same moment one wins, by
 * compare-and-set on the state; entering `in_progress` issues the licenses in the same transaction.
 * @throws NOT_FOUND, FORBIDDEN, ORDER_STATE_CONFLICT, and the codes of the state's guards
 */
export const transitionOrder = async (
  req: PayloadRequest,
  transition: Transition,
  now: Date,
): Promise<TransitionResult> => {
  const { action } = transition
  const { order: found, partner } = await requireOrder(req, transition.id, action)
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
  return inTransaction(req, async () => {
    const moved = await move(req, order, to, transition, now)
    const licenses = plan ? await issueLicenses(req, plan, now) : []
    await announce(req, order, moved, partner, transition, now)
    return { order: moved, items, partner, licenses }
  })
}

const move = async (
  req: PayloadRequest,
  order: Order,
  to: OrderState,
  { action, reason, note }: Transition,
  now: Date,
): Promise<Order> => {
  const at = now.toISOString()
  const data = {
    state: to,
    revision: { $inc: 1 },
    updatedAt: at,
    ...(action === 'submit' && { submittedAt: at }),
    ...(to === 'in_progress' && { issuedAt: at }),
    ...(decisions.includes(action) && {
      decidedAt: at,
      decidedBy: req.user?.id,
      decisionReason: reason ?? note ?? null,
    }),
  }
  const moved = (await req.payload.db.updateOne({
    collection: channelOf(req.payload).options.slugs.orders,
    where: { and: [{ id: { equals: order.id } }, ...sameVersion(order, action)] },
    data,
    options: { atomic: true },
    req,
  })) as null | Pick<Order, 'revision'>
  if (!moved) throw new ChannelError('ORDER_STATE_CONFLICT')
  return { ...order, ...data, revision: moved.revision }
}

/**
 * A draft must be the very version whose lines were checked. Later states keep their lines: there a
 * note that somebody makes at the same moment is no reason to refuse.
 */
const sameVersion = ({ revision, state }: Order, action: OrderAction): Where[] => [
  { state: { equals: state } },
  ...(action === 'submit' ? [{ revision: { equals: revision ?? 0 } }] : []),
]

const announce = async (
  req: PayloadRequest,
  before: Order,
  after: Order,
  partner: Partner,
  { action, reason }: Transition,
  now: Date,
): Promise<void> => {
  const subject = channelOf(req.payload).options.slugs.orders
  const documentId = before.id
  const changes = changesBetween(before as never, after as never)
  await logChanges(req, [{ subject, documentId, action, changes }], now)
  const type = eventOf[action]
  const data = eventData(after, partner, reason)
  if (type) await emitEvent(req, { type, subject, documentId, data }, now)
}

/** The widest limit of the caller's roles; a role without one may approve everything. */
const approvalLimitOf = (req: PayloadRequest): number | undefined => {
  const { grants, options } = channelOf(req.payload)
  const approving = (callerOf(req)?.roles ?? []).filter((role) => grants[role]?.orders?.approve)
  const limits = approving.map((role) => options.approvalLimits[role] ?? Infinity)
  const limit = Math.max(...limits)
  return Number.isFinite(limit) ? limit : undefined
}
