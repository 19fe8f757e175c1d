import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import type { Changes } from '../../domain/records/hashChain'
import { idOf } from '../../domain/idOf'
import { orderMachine, type OrderAction } from '../../domain/orders/orderMachine'
import { viewOrder, type orderView } from '../../api/orders/orderView'
import type { ChangeLog, License, Order, OrderItem, Partner } from '../../payload-types'
import type { z } from 'zod'
import { findAsCaller } from '../../operations/records/findAsCaller'

export type HistoryEntry = {
  id: string
  at: string
  action: string
  actor: string | null
  ip: string | null
  userAgent: string | null
  changes: Changes
}

export type LicenseRow = {
  id: string
  licenseId: string
  state: string
  product: string
  customer: string
  expiresAt: string | null
}

/** What the pages of an order show; only plain values, for the browser. */
export type OrderPage = {
  order: z.output<typeof orderView>
  issuedAt: string | null
  internalNotes: string
  /** What the state and the reader's grants allow. */
  actions: OrderAction[]
  licenses: { docs: LicenseRow[]; total: number }
  /** `null` where the reader may not see the change log. */
  history: HistoryEntry[] | null
}

const SHOWN_LICENSES = 20
const SHOWN_ENTRIES = 100

/** Reads an order's surroundings as the caller, who has been allowed to read the order itself. */
export const loadOrderPage = async (
  req: PayloadRequest,
  order: Order,
  partner: Pick<Partner, 'id' | 'name'>,
): Promise<OrderPage> => {
  const { slugs } = channelOf(req.payload).options
  const where = { order: { equals: order.id } }
  const items = await findAsCaller<OrderItem>(req, slugs.orderItems, { where, sort: 'position' })
  const licenses = await findAsCaller<License>(req, slugs.licenses, {
    where,
    sort: 'licenseId',
    limit: SHOWN_LICENSES,
    depth: 1,
  })
  return {
    order: viewOrder(order, items.docs, partner),
    issuedAt: order.issuedAt ?? null,
    internalNotes: order.internalNotes ?? '',
    actions: actionsOf(req, order),
    licenses: { docs: licenses.docs.map(licenseRow), total: licenses.totalDocs },
    history: await historyOf(req, slugs.orders, order.id),
  }
}

/** The buttons: what the machine offers in this state, less what the caller's roles do not grant. */
const actionsOf = (req: PayloadRequest, { state }: Order): OrderAction[] =>
  (orderMachine.actions(state) as OrderAction[]).filter((action) => accessOf(req, 'orders', action))

const historyOf = async (
  req: PayloadRequest,
  subject: string,
  id: number | string,
): Promise<HistoryEntry[] | null> => {
  if (!accessOf(req, 'changeLogs', 'read')) return null
  const { changeLogs } = channelOf(req.payload).options.slugs
  const { docs } = await findAsCaller<ChangeLog>(req, changeLogs, {
    where: { subject: { equals: subject }, documentId: { equals: String(id) } },
    sort: '-sequence',
    limit: SHOWN_ENTRIES,
  })
  return docs.map((entry) => ({
    id: String(entry.id),
    at: entry.at,
    action: entry.action,
    actor: entry.actorName ?? null,
    ip: entry.ip ?? null,
    userAgent: entry.userAgent ?? null,
    changes: (entry.changes ?? {}) as Changes,
  }))
}

const titleOf = (link: unknown): string => {
  const { name } = (typeof link === 'object' && link !== null ? link : {}) as { name?: string }
  return name ?? String(idOf(link as never) ?? '')
}

const licenseRow = (license: License): LicenseRow => ({
  id: String(license.id),
  licenseId: license.licenseId ?? String(license.id),
  state: license.state,
  product: titleOf(license.product),
  customer: titleOf(license.customer),
  expiresAt: license.expiresAt ?? null,
})
