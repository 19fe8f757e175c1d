import { z } from 'zod'

import { idOf } from '../../domain/idOf'
import { licenseStates } from '../../domain/licenses/licenseMachine'
import { licenseTypes } from '../../domain/products/licenseTypes'
import { orderStates, orderStatus, type OrderState } from '../../domain/orders/orderMachine'

const amount = z.number().int()
const instant = z.string().nullable()

/** A line on the wire; amounts in minor units, rates in basis points. */
export const orderItemView = z.object({
  id: z.string(),
  product: z.string(),
  sku: z.string(),
  productName: z.string(),
  licenseType: z.enum(licenseTypes),
  quantity: z.number().int(),
  durationYears: z.number().int(),
  unitPrice: amount,
  listPrice: amount,
  subtotal: amount,
  discount: amount,
  taxRateBps: z.number().int(),
  tax: amount,
  total: amount,
  endUserName: z.string(),
  endUserEmail: z.string().nullable(),
})
orderItemView.register(z.globalRegistry, { title: 'OrderItem' })

/** An order without its lines, as in lists; instants in UTC. */
export const orderSummaryView = z.object({
  id: z.string(),
  orderNumber: z.string(),
  orderDate: z.string(),
  state: z.enum(orderStates),
  /** Counts the changes; sent back with a decision, it says which one was seen. */
  revision: z.number().int(),
  status: z.enum([...new Set(Object.values(orderStatus))] as [string, ...string[]]),
  currency: z.string(),
  subtotal: amount,
  discountTotal: amount,
  taxTotal: amount,
  total: amount,
  licenseCount: z.number().int(),
  agreementAcknowledged: z.boolean(),
  agreementVersion: z.string().nullable(),
  agreementDate: instant,
  submittedAt: instant,
  decidedAt: instant,
  decisionReason: z.string().nullable(),
  notes: z.string().nullable(),
  partner: z.object({ id: z.string(), name: z.string() }),
})
orderSummaryView.register(z.globalRegistry, { title: 'OrderSummary' })

export const orderView = orderSummaryView.extend({ items: z.array(orderItemView) })
orderView.register(z.globalRegistry, { title: 'Order' })

export const licenseView = z.object({
  id: z.string(),
  licenseId: z.string(),
  state: z.enum(licenseStates),
  productType: z.string(),
  licenseType: z.enum(licenseTypes),
  seats: z.number().int(),
  startsAt: z.string(),
  expiresAt: instant,
  limits: z.object({ workspaces: z.number().int(), users: z.number().int() }),
})
licenseView.register(z.globalRegistry, { title: 'IssuedLicense' })

/** A stored document, read or just written. */
type Stored = object
type Fields = Record<string, unknown>

const iso = (value: unknown): string | null =>
  value === null || value === undefined ? null : new Date(value as string).toISOString()

/** A stored order as it goes over the wire. */
export const viewOrderSummary = (
  stored: Stored,
  partner: { id: unknown; name: string },
): z.output<typeof orderSummaryView> => {
  const order = stored as Fields
  return {
    id: String(order.id),
    orderNumber: order.orderNumber as string,
    orderDate: iso(order.orderDate) as string,
    state: order.state as OrderState,
    revision: (order.revision as null | number | undefined) ?? 0,
    status: orderStatus[order.state as OrderState],
    currency: order.currency as string,
    subtotal: order.subtotal as number,
    discountTotal: order.discountTotal as number,
    taxTotal: order.taxTotal as number,
    total: order.total as number,
    licenseCount: order.licenseCount as number,
    agreementAcknowledged: Boolean(order.agreementAcknowledged),
    agreementVersion: (order.agreementVersion as string | null) ?? null,
    agreementDate: iso(order.agreementDate),
    submittedAt: iso(order.submittedAt),
    decidedAt: iso(order.decidedAt),
    decisionReason: (order.decisionReason as string | null) ?? null,
    notes: (order.notes as string | null) ?? null,
    partner: { id: String(partner.id), name: partner.name },
  }
}

export const viewOrder = (
  order: Stored,
  items: Stored[],
  partner: { id: unknown; name: string },
): z.output<typeof orderView> => ({
  ...viewOrderSummary(order, partner),
  items: items.map(viewItem),
})

const viewItem = (stored: Stored): z.output<typeof orderItemView> => {
  const item = stored as Fields
  return {
    id: String(item.id),
    product: String(idOf(item.product as number | string)),
    sku: item.sku as string,
    productName: item.productName as string,
    licenseType: item.licenseType as (typeof licenseTypes)[number],
    quantity: item.quantity as number,
    durationYears: item.durationYears as number,
    unitPrice: item.unitPrice as number,
    listPrice: item.listPrice as number,
    subtotal: item.subtotal as number,
    discount: item.discount as number,
    taxRateBps: item.taxRateBps as number,
    tax: item.tax as number,
    total: item.total as number,
    endUserName: item.endUserName as string,
    endUserEmail: (item.endUserEmail as string | null) ?? null,
  }
}

export const viewLicense = (stored: Stored): z.output<typeof licenseView> => {
  const license = stored as Fields
  return {
    id: String(license.id),
    licenseId: license.licenseId as string,
    state: license.state as (typeof licenseStates)[number],
    productType: license.productType as string,
    licenseType: license.licenseType as (typeof licenseTypes)[number],
    seats: license.seats as number,
    startsAt: iso(license.startsAt) as string,
    expiresAt: iso(license.expiresAt),
    limits: license.limits as { workspaces: number; users: number },
  }
}
