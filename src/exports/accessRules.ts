import type { Access, PayloadRequest } from 'payload'

import { accessOf } from '../../access/can'
import { callerOf } from '../../access/callerOf'
import type { Action, Role } from '../domain/grants'
import { isExternal } from '../domain/access/isExternal'
import type { SlugKey } from '../slugs'

const rolesIn = (req: PayloadRequest): string[] => callerOf(req)?.roles ?? []

/**
 * For users who have one of these roles in the channel, of the plugin or of the host's own options.
 * @example
 * access: { update: hasRole('admin', 'sales') }
 */
export const hasRole =
  (...roles: (Role | (string & {}))[]) =>
  ({ req }: { req: PayloadRequest }): boolean =>
    rolesIn(req).some((role) => roles.includes(role))

/**
 * For the company's own people: a user of the channel who is no partner, customer or engineer.
 * @example
 * access: { read: isStaff }
 */
export const isStaff = ({ req }: { req: PayloadRequest }): boolean => {
  const roles = rolesIn(req)
  return roles.length > 0 && !isExternal(roles)
}

/**
 * What the grants give the caller of a collection of the plugin, by its name in code: all of it,
 * nothing, or what is the caller's own or assigned.
 * @example
 * overrides: {
 *   orders: ({ defaultCollection }) => ({
 *     ...defaultCollection,
 *     access: { ...defaultCollection.access, read: ownOrAssigned('orders', 'read') },
 *   }),
 * }
 */
export const ownOrAssigned =
  (collection: SlugKey, action: Action): Access =>
  ({ req }) =>
    accessOf(req, collection, action)
