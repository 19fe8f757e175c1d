import type { OrderAction } from './orderMachine'
import type { SlugKey } from '../slugs'

/**
 * How much of a collection a role reaches. `own` = belongs to the user, its partner or its
 * customer; `assigned` = points to the user's engineer or sales rep; `active` = marked as active.
 */
export type Scope = 'active' | 'all' | 'assigned' | 'own'
export type Action = 'create' | 'delete' | 'read' | 'update' | OrderAction
export type RoleGrants = Partial<Record<SlugKey, Partial<Record<Action, Scope>>>>

const full = { create: 'all', read: 'all', update: 'all', delete: 'all' } as const
const readAll = { read: 'all' } as const
const everyTransition = {
  submit: 'all',
  approve: 'all',
  reject: 'all',
  return: 'all',
  pay: 'all',
  complete: 'all',
  revise: 'all',
  cancel: 'all',
} as const

/** One object a role. What is not written here is denied. */
export const grants = {
  admin: {
    users: full,
    partners: full,
    tiers: full,
    products: full,
    priceLists: full,
    priceListItems: full,
    customers: full,
    salesReps: full,
    engineers: full,
    orders: {
      ...full,
      ...everyTransition,
    },
    orderItems: full,
    licenses: full,
    changeLogs: readAll,
    notifications: { read: 'own', update: 'own' },
    events: readAll,
    mails: readAll,
  },
  sales: {
    users: { read: 'own', update: 'own' },
    partners: { create: 'all', read: 'all', update: 'all' },
    tiers: readAll,
    products: readAll,
    priceLists: readAll,
    priceListItems: readAll,
    customers: { create: 'all', read: 'all', update: 'all' },
    salesReps: readAll,
    engineers: readAll,
    orders: {
      create: 'all',
      read: 'all',
      update: 'all',
      ...everyTransition,
    },
    orderItems: { create: 'all', read: 'all', update: 'all', delete: 'all' },
    licenses: { read: 'all', update: 'all' },
    changeLogs: readAll,
    notifications: { read: 'own', update: 'own' },
  },
  engineer: {
    users: { read: 'own', update: 'own' },
    products: readAll,
    licenses: { read: 'assigned' },
    notifications: { read: 'own', update: 'own' },
  },
  partner: {
    users: { read: 'own', update: 'own' },
    partners: { read: 'own' },
    tiers: { read: 'active' },
    products: { read: 'active' },
    customers: { read: 'own' },
    orders: {
      create: 'own',
      read: 'own',
      update: 'own',
      delete: 'own',
      submit: 'own',
      revise: 'own',
      cancel: 'own',
    },
    orderItems: { create: 'own', read: 'own', update: 'own', delete: 'own' },
    licenses: { read: 'own' },
    notifications: { read: 'own', update: 'own' },
  },
  customer: {
    users: { read: 'own', update: 'own' },
    products: { read: 'active' },
    customers: { read: 'own' },
    orders: { read: 'own' },
    orderItems: { read: 'own' },
    licenses: { read: 'own' },
    notifications: { read: 'own', update: 'own' },
  },
} as const satisfies Record<string, RoleGrants>

export type Role = keyof typeof grants
export const roles = Object.keys(grants) as Role[]

/** The links of a user that make a document its own. */
export type UserLink = 'customer' | 'engineer' | 'partner' | 'salesRep' | 'self'

/** Which link counts for which role and scope; a stray link of another role opens nothing. */
export const roleLinks: Record<string, Partial<Record<'assigned' | 'own', UserLink[]>>> = {
  admin: { own: ['self'] },
  sales: { own: ['self'], assigned: ['salesRep'] },
  engineer: { own: ['self'], assigned: ['engineer'] },
  partner: { own: ['self', 'partner'] },
  customer: { own: ['self', 'customer'] },
}

/** Where a document keeps the one that it belongs to, by link. */
export const ownerPaths: Partial<Record<SlugKey, Partial<Record<UserLink, string>>>> = {
  users: { self: 'id' },
  partners: { partner: 'id' },
  customers: { partner: 'partner', customer: 'id' },
  orders: { partner: 'partner', customer: 'customer' },
  orderItems: { partner: 'partner', customer: 'customer' },
  licenses: {
    partner: 'partner',
    customer: 'customer',
    engineer: 'engineer',
    salesRep: 'salesRep',
  },
  notifications: { self: 'recipient' },
}

/** Who may see or set a field; absent = everyone who reaches the document; `[]` = the system only. */
export type FieldGrant = { read?: Role[]; write?: Role[] }

const staff: Role[] = ['admin', 'sales']
const system: FieldGrant = { write: [] }
const staffWrites: FieldGrant = { write: staff }
const staffOnly: FieldGrant = { read: staff, write: staff }

export const fieldGrants: Partial<Record<SlugKey, Record<string, FieldGrant>>> = {
  users: {
    roles: { write: ['admin'] },
    partner: { write: ['admin'] },
    customer: { write: ['admin'] },
    engineer: { write: ['admin'] },
    salesRep: { write: ['admin'] },
    username: { write: ['admin'] },
    partnerActive: { read: ['admin'], write: [] },
  },
  customers: { partner: staffWrites, notes: staffOnly },
  partners: { internalNotes: staffOnly },
  orders: {
    orderNumber: system,
    orderDate: system,
    state: system,
    partner: staffWrites,
    customer: staffWrites,
    currency: system,
    subtotal: system,
    discountTotal: system,
    taxTotal: system,
    total: system,
    licenseCount: system,
    agreementVersion: system,
    agreementDate: system,
    submittedAt: system,
    decidedAt: system,
    decidedBy: system,
    decisionReason: system,
    issuedAt: system,
    internalNotes: staffOnly,
    requestKey: { read: [], write: [] },
    requestHash: { read: [], write: [] },
  },
  orderItems: {
    partner: system,
    customer: system,
    productName: system,
    sku: system,
    unitPrice: system,
    listPrice: system,
    subtotal: system,
    discount: system,
    taxRateBps: system,
    tax: system,
    total: system,
    priceListItem: { read: staff, write: [] },
    tier: { read: staff, write: [] },
  },
  licenses: {
    licenseId: system,
    state: system,
    order: system,
    orderItem: system,
    unit: system,
    // Who sold it is no link that a customer could follow.
    partner: { read: ['admin', 'sales', 'engineer', 'partner'] },
    internalNotes: staffOnly,
  },
  notifications: { recipient: system, kind: system, title: system, link: system },
}
