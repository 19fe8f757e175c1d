import type { PayloadRequest } from 'payload'

import { channelOf } from '../channel'
import { insertRows } from '../database/insertRows'
import { changesBetween } from '../domain/changes'
import { ChannelError } from '../domain/errors'
import type { OrderInput } from '../domain/orderInput'
import type { Order, OrderItem, Partner } from '../payload-types'
import { inTransaction } from '../database/inTransaction'
import { itemsOf } from './itemsOf'
import { logChanges } from './logChanges'
import { itemRows, summarize } from './orderRows'
import { loggedItem, type OrderWithItems } from './placeOrder'
import { priceLines, type PricedLine } from './priceLines'

/**
 * Replaces the lines, notes and agreement of a draft, priced anew. Writes as the system, in bulk;
 * the caller has checked that the user may change this order.
 * @throws ORDER_LOCKED when it is no draft (any more); the errors of `priceLines` and `summarize`
 */
export const saveDraft = async (
  req: PayloadRequest,
  order: Order,
  partner: Partner,
  input: OrderInput,
  now: Date,
): Promise<OrderWithItems> => {
  const { options } = channelOf(req.payload)
  const lines = await priceLines(req, partner, input.items, now)
  const acknowledged = input.agreementAcknowledged
  const keepsAgreement = acknowledged && order.agreementAcknowledged
  const data = {
    ...summarize(lines, options.limits.licensesPerOrder),
    agreementAcknowledged: acknowledged,
    agreementVersion: acknowledged ? options.agreement.version : null,
    agreementDate: keepsAgreement ? order.agreementDate : acknowledged ? now.toISOString() : null,
    notes: input.notes ?? null,
    revision: { $inc: 1 },
    updatedAt: now.toISOString(),
  }
  return inTransaction(req, () => rewrite(req, order, partner, data, lines, now))
}

const rewrite = async (
  req: PayloadRequest,
  order: Order,
  partner: Partner,
  data: Record<string, unknown>,
  lines: PricedLine[],
  now: Date,
): Promise<OrderWithItems> => {
  const { db } = req.payload
  const { slugs } = channelOf(req.payload).options
  const saved = (await db.updateOne({
    collection: slugs.orders,
    where: { and: [{ id: { equals: order.id } }, { state: { equals: 'draft' } }] },
    data,
    options: { atomic: true },
    req,
  })) as unknown as Order | null
  if (!saved) throw new ChannelError('ORDER_LOCKED')
  const before = await itemsOf(req, order.id)
  await db.deleteMany({ collection: slugs.orderItems, where: { order: { equals: order.id } }, req })
  const rows = itemRows(req, order, lines, partner, now)
  const items = (await insertRows(req, slugs.orderItems, rows)) as unknown as OrderItem[]
  const changes = changesBetween(
    { ...order, items: before.map(loggedItem) },
    { ...order, ...saved, items: items.map(loggedItem) },
  )
  await logChanges(
    req,
    [{ subject: slugs.orders, documentId: order.id, action: 'update', changes }],
    now,
  )
  return { order: { ...order, ...saved }, items, partner }
}
