import type { PayloadRequest, Where } from 'payload'

import { channelOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { insertRows, type Batch } from '../../database/insertRows'
import { inTransaction } from '../../database/inTransaction'
import { changesBetween } from '../../domain/records/changes'
import type { EventType } from '../../domain/events/eventTypes'
import type { OrderAction } from '../../domain/orders/orderMachine'
import type { License, Order, Partner } from '../../payload-types'
import { eventRow } from '../events/emitEvent'
import { finishOrder, unfinishedFields } from './finishOrder'
import { issueLicenses, reserveIds, type LicensePlan } from './issueLicenses'
import { changeRows } from '../changeLog/logChanges'
import { orderConflict } from './orderConflict'
import { eventData } from './placeOrder'

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

/** An order, what is written to it, and why. */
export type Move = {
  order: Order
  data: Partial<Order>
  partner: Partner
  transition: {
    action: OrderAction
    reason?: string
    by?: 'owner' | 'staff'
    /** The revision that the caller has seen, where it said so. */
    seen?: number
  }
}
type Moved = { order: Order; licenses: License[] }

/**
 * Moves an order that is still as it was read, issues the planned licenses and gives account of it:
 * together, or in steps where the database can't do that.
 * @throws ORDER_STATE_CONFLICT or EDIT_CONFLICT when somebody was faster; NUMBERS_EXHAUSTED; nothing is moved then
 */
export const moveOrder = (
  req: PayloadRequest,
  move: Move,
  plan: LicensePlan | null,
  now: Date,
): Promise<Moved> =>
  (hasTransactions(req.payload) ? moveTogether : moveInSteps)(req, move, plan, now)

const moveTogether = (
  req: PayloadRequest,
  change: Move,
  plan: LicensePlan | null,
  now: Date,
): Promise<Moved> =>
  inTransaction(req, async () => {
    const order = await move(req, change)
    const licenses = plan ? await issueLicenses(req, plan, now) : []
    for (const { rows, slug } of await accountOf(req, change, now))
      await insertRows(req, slug, rows)
    return { order, licenses }
  })

/** The move decides, and says what is missing; numbers that are not to be had stop it before. */
const moveInSteps = async (
  req: PayloadRequest,
  change: Move,
  plan: LicensePlan | null,
  now: Date,
): Promise<Moved> => {
  const batches = await accountOf(req, change, now)
  const numbers = plan ? Object.fromEntries(await reserveIds(req, plan, now)) : undefined
  const fields = unfinishedFields(req, { batches, ...(numbers && { numbers }) }, now)
  const order = await move(req, { ...change, data: { ...change.data, ...fields } }, [
    { unfinishedSince: { exists: false } },
  ])
  const licenses = await finishOrder(req, order)
  return { order: { ...order, unfinished: null, unfinishedSince: null }, licenses }
}

const move = async (
  req: PayloadRequest,
  { order, data, transition: { action, seen } }: Move,
  more: Where[] = [],
): Promise<Order> => {
  const moved = (await req.payload.db.updateOne({
    collection: channelOf(req.payload).options.slugs.orders,
    where: { and: [{ id: { equals: order.id } }, ...sameVersion(order, action, seen), ...more] },
    data: { ...data, revision: { $inc: 1 } },
    options: { atomic: true },
    req,
  })) as null | Pick<Order, 'revision'>
  if (!moved) throw await orderConflict(req, order, seen)
  return { ...order, ...data, revision: moved.revision }
}

/**
 * A draft must be the very version whose lines were checked, and whatever was seen the one that was.
 * Later states keep their lines: there a note that somebody makes at the same moment is no reason to
 * refuse.
 */
const sameVersion = ({ revision, state }: Order, action: OrderAction, seen?: number): Where[] => [
  { state: { equals: state } },
  ...(action === 'submit' || seen !== undefined ? [{ revision: { equals: revision ?? 0 } }] : []),
]

/** The log entry of a move, and its event. */
const accountOf = async (
  req: PayloadRequest,
  { order, data, partner, transition: { action, by, reason } }: Move,
  now: Date,
): Promise<Batch[]> => {
  const { slugs } = channelOf(req.payload).options
  const [subject, documentId] = [slugs.orders, order.id]
  const after = { ...order, ...data }
  const changes = changesBetween(order as never, after)
  const rows = await changeRows(req, [{ subject, documentId, action, changes }], now)
  const type = eventOf[action]
  const event = type && {
    type,
    subject,
    documentId,
    data: eventData(after, partner, { reason, by }),
  }
  return [
    { slug: slugs.changeLogs, rows },
    { slug: slugs.events, rows: event ? [eventRow(req, event, now)] : [] },
  ]
}
