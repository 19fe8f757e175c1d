import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { inTransaction } from '../../database/inTransaction'
import { insertRows, insertTogether, type Batch } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { changesBetween } from '../../domain/records/changes'
import { checkGuards } from '../../domain/orders/checkGuards'
import { ORDER_PREFIX } from '../../domain/numbers'
import type { OrderInput } from '../../api/orders/orderInput'
import type { Order, OrderItem, Partner } from '../../payload-types'
import { eventRow } from '../events/emitEvent'
import { finishOrder, unfinishedFields } from './finishOrder'
import { changeRows } from '../changeLog/logChanges'
import { itemRows, summarize } from './orderRows'
import { priceLines, type PricedLine } from '../pricing/priceLines'
import { requireDraftAllowed, whileDraftAllowed } from './requireDraftAllowed'
import { reserveNumbers } from '../records/reserveNumbers'
import { requireSeenTotal } from './requireSeenTotal'
import { stampAgreement } from './stampAgreement'

export type OrderWithItems = { order: Order; items: OrderItem[]; partner: Partner }

export type RequestIdentity = { requestKey: string; requestHash: string | null }

/**
 * Places an order with all its lines, as a draft or submitted: all of it, in one transaction or where
 * there is none in steps that are completed whatever happens. Writes as the system, in bulk; the caller has checked that the user may create orders for this partner.
 * @throws UNKNOWN_PRODUCT, PRICE_UNAVAILABLE, TOO_MANY_LICENSES, AMOUNT_TOO_LARGE, ORDER_EMPTY,
 * AGREEMENT_REQUIRED, TOO_MANY_DRAFTS, PRICE_CHANGED, each naming the field; nothing is written then
 */
export const placeOrder = async (
  req: PayloadRequest,
  partner: Partner,
  input: OrderInput,
  identity: RequestIdentity,
  now: Date,
): Promise<OrderWithItems> => {
  const { options } = channelOf(req.payload)
  // Before anything costs time or a number; it is looked at again where it is written.
  if (!input.submit) await requireDraftAllowed(req, partner.id)
  const lines = await priceLines(req, partner, input.items, now)
  const totals = summarize(lines, options.limits.licensesPerOrder)
  if (input.submit) {
    requireSeenTotal({ currency: partner.currency, total: totals.total }, input.total)
    checkGuards('submit', {
      agreementAcknowledged: input.agreementAcknowledged,
      // Accepted at this moment.
      agreementIsCurrent: true,
      partnerIsActive: partner.status === 'ACTIVE',
      lineCount: lines.length,
      licenseCount: totals.licenseCount,
      most: { lines: options.limits.linesPerOrder, licenses: options.limits.licensesPerOrder },
      currencies: [partner.currency],
      total: totals.total,
    })
  }
  const [orderNumber] = await reserveNumbers(req, ORDER_PREFIX, 1, now)
  const at = now.toISOString()
  const row = {
    id: newId(req.payload),
    orderNumber,
    orderDate: at,
    state: input.submit ? 'pending_review' : 'draft',
    partner: partner.id,
    currency: partner.currency,
    ...totals,
    agreementAcknowledged: input.agreementAcknowledged,
    agreementVersion: null,
    agreementDate: null,
    ...stampAgreement(req, input, { partner: partner.id }, now),
    notes: input.notes ?? null,
    submittedAt: input.submit ? at : null,
    revision: 0,
    ...identity,
    createdAt: at,
    updatedAt: at,
  }
  const write = () => writeOrder(req, row, lines, partner, now)
  return input.submit ? write() : whileDraftAllowed(req, partner.id, write)
}

type OrderRow = NewRow & { state: string }

/** Everything at once where the order's ID is ours to give, else the order first, for its ID. */
const writeOrder = async (
  req: PayloadRequest,
  row: OrderRow,
  lines: PricedLine[],
  partner: Partner,
  now: Date,
): Promise<OrderWithItems> => {
  const { orders, orderItems } = channelOf(req.payload).options.slugs
  const rest = async (order: Order) => {
    const items = itemRows(req, order, lines, partner, now)
    return { items, batches: await accountOf(req, order, items, partner, now) }
  }
  if (row.id !== undefined) {
    const order = row as unknown as Order
    const { batches, items } = await rest(order)
    const write = hasTransactions(req.payload) ? insertTogether : insertInSteps
    await write(req, [{ slug: orders, rows: [row] }, { slug: orderItems, rows: items }, ...batches])
    return { order, items: items as unknown as OrderItem[], partner }
  }
  return inTransaction(req, async () => {
    const [order] = (await insertRows(req, orders, [row])) as unknown as [Order]
    const { batches, items } = await rest(order)
    const written = (await insertRows(req, orderItems, items)) as unknown as OrderItem[]
    await insertTogether(req, batches)
    return { order, items: written, partner }
  })
}

/** The order, which from then on is placed, and then what it says is missing. */
const insertInSteps = async (req: PayloadRequest, batches: Batch[]): Promise<void> => {
  const [orders, ...rest] = batches as [Batch, ...Batch[]]
  const row = orders.rows[0] as NewRow & { createdAt: string }
  const fields = unfinishedFields(req, { batches: rest }, new Date(row.createdAt))
  await insertRows(req, orders.slug, [{ ...row, ...fields }])
  await finishOrder(req, { ...row, ...fields } as unknown as Order)
}

/** The log entry of a new order, and its event if it was submitted. */
const accountOf = async (
  req: PayloadRequest,
  order: Order,
  items: NewRow[],
  partner: Partner,
  now: Date,
): Promise<Batch[]> => {
  const { slugs } = channelOf(req.payload).options
  const subject = slugs.orders
  const changes = changesBetween(null, { ...order, items: items.map(loggedItem as never) })
  const entry = { subject, documentId: order.id, action: 'create', changes }
  const event = { type: 'order.submitted', subject, documentId: order.id } as const
  const data = eventData(order, partner)
  return [
    { slug: slugs.changeLogs, rows: await changeRows(req, [entry], now) },
    {
      slug: slugs.events,
      rows: order.state === 'pending_review' ? [eventRow(req, { ...event, data }, now)] : [],
    },
  ]
}

/** What the change log keeps of a line. */
export const loggedItem = ({
  sku,
  licenseType,
  quantity,
  durationYears,
  endUserName,
  total,
}: OrderItem) => ({
  sku,
  licenseType,
  quantity,
  durationYears,
  endUserName,
  total,
})

/** What a notification or webhook needs to speak of an order. */
export const eventData = (
  order: Order,
  partner: Pick<Partner, 'id' | 'name'>,
  { by, reason }: { by?: string; reason?: string } = {},
) => ({
  orderNumber: order.orderNumber,
  state: order.state,
  total: order.total,
  currency: order.currency,
  partner: { id: partner.id, name: partner.name },
  ...(reason && { reason }),
  ...(by && { by }),
})
