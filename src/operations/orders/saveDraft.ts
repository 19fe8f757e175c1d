import type { PayloadRequest, Where } from 'payload'

import { channelOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { insertRows } from '../../database/insertRows'
import { changesBetween } from '../../domain/records/changes'
import { ChannelError } from '../../domain/errors'
import type { OrderInput } from '../../api/orders/orderInput'
import type { Order, OrderItem, Partner } from '../../payload-types'
import { inTransaction } from '../../database/inTransaction'
import { itemsOf } from './itemsOf'
import { finishOrder, unfinishedFields } from './finishOrder'
import { changeRows, logChanges } from '../changeLog/logChanges'
import { itemRows, summarize } from './orderRows'
import { orderConflict, requireSeen } from './orderConflict'
import { loggedItem, type OrderWithItems } from './placeOrder'
import { settleOrder } from './settleOrder'
import { priceLines, type PricedLine } from '../pricing/priceLines'
import { stampAgreement } from './stampAgreement'

/**
 * Replaces the lines, notes and agreement of a draft, priced anew. Writes as the system, in bulk;
 * the caller has checked that the user may change this order.
 * @param seen the revision that the caller has seen
 * @throws ORDER_LOCKED when it is no draft (any more); EDIT_CONFLICT; the errors of `priceLines` and `summarize`
 */
export const saveDraft = async (
  req: PayloadRequest,
  order: Order,
  partner: Partner,
  input: OrderInput,
  now: Date,
  seen?: number,
): Promise<OrderWithItems> => {
  const { options } = channelOf(req.payload)
  requireSeen(order, seen)
  const lines = await priceLines(req, partner, input.items, now)
  const data = {
    ...summarize(lines, options.limits.licensesPerOrder),
    // All lines are priced anew: the order is in the currency that they are in.
    currency: partner.currency,
    agreementAcknowledged: input.agreementAcknowledged,
    ...stampAgreement(req, input, order, now),
    notes: input.notes ?? null,
    revision: { $inc: 1 },
    updatedAt: now.toISOString(),
  }
  const change = { order, partner, data, seen }
  if (hasTransactions(req.payload))
    return inTransaction(req, () => rewrite(req, change, lines, now))
  await settleOrder(req, order.id)
  return rewriteInSteps(req, change, lines, now)
}

/** What is written to a draft beside its lines. */
type Change = {
  order: Order
  partner: Partner
  data: Record<string, unknown>
  seen: number | undefined
}

/** The order first, which says by which lines its own are to be replaced. */
const rewriteInSteps = async (
  req: PayloadRequest,
  { data, order, partner, seen }: Change,
  lines: PricedLine[],
  now: Date,
): Promise<OrderWithItems> => {
  const { slugs } = channelOf(req.payload).options
  const before = await itemsOf(req, order.id)
  const rows = itemRows(req, order, lines, partner, now)
  const items = rows as unknown as OrderItem[]
  const entry = entryOf(slugs.orders, order, { ...data, revision: order.revision }, before, items)
  const batches = [
    { slug: slugs.orderItems, rows },
    { slug: slugs.changeLogs, rows: await changeRows(req, [entry], now) },
  ]
  const fields = unfinishedFields(req, { batches, replacesLines: true }, now)
  const saved = await saveAsDraft(req, order, seen, { ...data, ...fields }, [
    { unfinishedSince: { exists: false } },
  ])
  await finishOrder(req, { ...order, ...saved, ...fields })
  const finished = { unfinished: null, unfinishedSince: null }
  return { order: { ...order, ...saved, ...finished }, items, partner }
}

/** @throws ORDER_LOCKED when it is no draft (any more), EDIT_CONFLICT when it is not the one seen */
const saveAsDraft = async (
  req: PayloadRequest,
  order: Order,
  seen: number | undefined,
  data: Record<string, unknown>,
  more: Where[] = [],
): Promise<Order> => {
  const saved = (await req.payload.db.updateOne({
    collection: channelOf(req.payload).options.slugs.orders,
    where: {
      and: [{ id: { equals: order.id } }, { state: { equals: 'draft' } }, ...sameAs(seen), ...more],
    },
    data,
    options: { atomic: true },
    req,
  })) as unknown as Order | null
  if (saved) return saved
  const conflict = await orderConflict(req, order, seen)
  throw conflict.code === 'EDIT_CONFLICT' ? conflict : new ChannelError('ORDER_LOCKED')
}

const sameAs = (seen: number | undefined): Where[] =>
  seen === undefined ? [] : [{ revision: { equals: seen } }]

const entryOf = (
  subject: string,
  order: Order,
  saved: Record<string, unknown>,
  before: OrderItem[],
  items: OrderItem[],
) => ({
  subject,
  documentId: order.id,
  action: 'update',
  changes: changesBetween(
    { ...order, items: before.map(loggedItem) },
    { ...order, ...saved, items: items.map(loggedItem) },
  ),
})

const rewrite = async (
  req: PayloadRequest,
  { data, order, partner, seen }: Change,
  lines: PricedLine[],
  now: Date,
): Promise<OrderWithItems> => {
  const { db } = req.payload
  const { slugs } = channelOf(req.payload).options
  const saved = await saveAsDraft(req, order, seen, data)
  const before = await itemsOf(req, order.id)
  await db.deleteMany({ collection: slugs.orderItems, where: { order: { equals: order.id } }, req })
  const rows = itemRows(req, order, lines, partner, now)
  const items = (await insertRows(req, slugs.orderItems, rows)) as unknown as OrderItem[]
  const entry = entryOf(slugs.orders, order, { ...saved }, before, items)
  await logChanges(req, [entry], now)
  return { order: { ...order, ...saved }, items, partner }
}
