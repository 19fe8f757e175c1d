import type { PayloadRequest } from 'payload'

import { channelOf } from '../channel'
import { insertRows } from '../database/insertRows'
import { newId } from '../database/newId'
import { changesBetween } from '../domain/changes'
import { checkGuards } from '../domain/checkGuards'
import { ORDER_PREFIX } from '../domain/numbers'
import type { OrderInput } from '../domain/orderInput'
import type { Order, OrderItem, Partner } from '../payload-types'
import { emitEvent } from './emitEvent'
import { inTransaction } from './inTransaction'
import { logChanges } from './logChanges'
import { insertedItems, summarize } from './orderRows'
import { priceLines } from './priceLines'
import { reserveNumbers } from './reserveNumbers'

export type OrderWithItems = { order: Order; items: OrderItem[]; partner: Partner }

export type RequestIdentity = { requestKey: string; requestHash: string | null }

/**
 * Places an order with all its lines in one transaction, as a draft or submitted. Writes as the
 * system, in bulk; the caller has checked that the user may create orders for this partner.
 * @throws UNKNOWN_PRODUCT, PRICE_UNAVAILABLE, TOO_MANY_LICENSES, AMOUNT_TOO_LARGE, ORDER_EMPTY,
 * AGREEMENT_REQUIRED, each naming the field; nothing is written then
 */
export const placeOrder = async (
  req: PayloadRequest,
  partner: Partner,
  input: OrderInput,
  identity: RequestIdentity,
  now: Date,
): Promise<OrderWithItems> => {
  const { options } = channelOf(req.payload)
  const lines = await priceLines(req, partner, input.items, now)
  const totals = summarize(lines, options.limits.licensesPerOrder)
  if (input.submit)
    checkGuards('submit', {
      agreementAcknowledged: input.agreementAcknowledged,
      lineCount: lines.length,
      total: totals.total,
    })
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
    agreementVersion: input.agreementAcknowledged ? options.agreement.version : null,
    agreementDate: input.agreementAcknowledged ? at : null,
    notes: input.notes ?? null,
    submittedAt: input.submit ? at : null,
    ...identity,
    createdAt: at,
    updatedAt: at,
  }
  return inTransaction(req, () => writeOrder(req, row, lines, partner, now))
}

const writeOrder = async (
  req: PayloadRequest,
  row: Record<string, unknown> & { id?: string; state: string },
  lines: Awaited<ReturnType<typeof priceLines>>,
  partner: Partner,
  now: Date,
): Promise<OrderWithItems> => {
  const { slugs } = channelOf(req.payload).options
  const [order] = (await insertRows(req, slugs.orders, [row])) as unknown as [Order]
  const rows = insertedItems(order, lines, partner, now.toISOString())
  const items = (await insertRows(
    req,
    slugs.orderItems,
    rows.map((item) => ({ id: newId(req.payload), ...item })),
  )) as unknown as OrderItem[]
  const subject = slugs.orders
  const documentId = order.id
  const changes = changesBetween(null, { ...row, items: items.map(loggedItem) })
  await logChanges(req, [{ subject, documentId, action: 'create', changes }], now)
  if (row.state === 'pending_review')
    await emitEvent(
      req,
      { type: 'order.submitted', subject, documentId, data: eventData(order, partner) },
      now,
    )
  return { order, items, partner }
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
  reason?: string,
) => ({
  orderNumber: order.orderNumber,
  state: order.state,
  total: order.total,
  currency: order.currency,
  partner: { id: partner.id, name: partner.name },
  ...(reason && { reason }),
})
