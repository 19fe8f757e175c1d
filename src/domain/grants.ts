import type { AlertAction } from './alerts/alertMachine'
import type { DeploymentAction } from './deployments/deploymentMachine'
import type { LicenseAction } from './licenses/licenseMachine'
import type { OrderAction } from './orders/orderMachine'
import type { SlugKey } from '../slugs'

/**
 * How much of a collection a role reaches. `own` = belongs to the user, its partner or its
 * customer; `assigned` = points to the user's engineer or sales rep; `active` = marked as active.
 */
export type Scope = 'active' | 'all' | 'assigned' | 'own'
export type Action =
  | AlertAction
  | DeploymentAction
  | LicenseAction
  | OrderAction
  | 'assign'
  | 'create'
  | 'delete'
  | 'read'
  | 'retry'
  | 'rotateKey'
  | 'update'
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

const everyLicenseAction = {
  suspend: 'all',
  resume: 'all',
  terminate: 'all',
  rotateKey: 'all',
} as const
const everyDeploymentAction = {
  start: 'all',
  complete: 'all',
  fail: 'all',
  reschedule: 'all',
  cancel: 'all',
  assign: 'all',
} as const
const everyAlertAction = { acknowledge: 'all', snooze: 'all', reopen: 'all' } as const
const readOwn = { read: 'own' } as const

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
    licenses: { ...full, ...everyLicenseAction },
    purchases: { create: 'all', read: 'all' },
    deployments: { ...full, ...everyDeploymentAction },
    usageReports: readAll,
    usageDays: readAll,
    alerts: { read: 'all', ...everyAlertAction },
    jobRuns: { read: 'all', retry: 'all' },
    changeLogs: readAll,
    notifications: { read: 'own', update: 'own' },
    events: readAll,
    mails: { read: 'all', retry: 'all' },
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
    licenses: { create: 'all', read: 'all', update: 'all', ...everyLicenseAction },
    purchases: { create: 'all', read: 'all' },
    deployments: { create: 'all', read: 'all', update: 'all', ...everyDeploymentAction },
    usageReports: readAll,
    usageDays: readAll,
    alerts: { read: 'all', ...everyAlertAction },
    changeLogs: readAll,
    notifications: { read: 'own', update: 'own' },
  },
  engineer: {
    users: { read: 'own', update: 'own' },
    products: readAll,
    engineers: { read: 'assigned' },
    licenses: { read: 'assigned' },
    deployments: {
      read: 'assigned',
      update: 'assigned',
      start: 'assigned',
      complete: 'assigned',
      fail: 'assigned',
    },
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
    licenses: readOwn,
    purchases: readOwn,
    deployments: readOwn,
    usageReports: readOwn,
    usageDays: readOwn,
    alerts: readOwn,
    notifications: { read: 'own', update: 'own' },
  },
  customer: {
    users: { read: 'own', update: 'own' },
    products: { read: 'active' },
    customers: { read: 'own' },
    orders: { read: 'own' },
    orderItems: { read: 'own' },
    licenses: readOwn,
    purchases: readOwn,
    deployments: readOwn,
    usageReports: readOwn,
    usageDays: readOwn,
    alerts: readOwn,
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

/**
 * Where a document keeps the one that it belongs to, by link. What becomes of each when a license
 * changes hands is in docs/transfers.md.
 */
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
  engineers: { engineer: 'id' },
  purchases: { partner: 'partner', customer: 'customer', salesRep: 'salesRep' },
  deployments: { partner: 'partner', customer: 'customer', engineer: 'engineer' },
  usageReports: { partner: 'partner', customer: 'customer' },
  usageDays: { partner: 'partner', customer: 'customer' },
  alerts: { partner: 'partner', customer: 'customer', salesRep: 'salesRep' },
  notifications: { self: 'recipient' },
}
