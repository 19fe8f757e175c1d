import type { Access, PayloadRequest, Where } from 'payload'

import { channelOf } from '../src/channel'
import type { Action } from '../src/domain/grants'
import { reachOf } from '../src/domain/access/reach'
import type { SlugKey } from '../src/slugs'
import { callerOf } from './callerOf'

/** How far the caller of a request reaches, as Payload's `true | false | Where`. */
export const accessOf = (
  req: Pick<PayloadRequest, 'payload' | 'user'>,
  resource: SlugKey,
  action: Action,
): boolean | Where => {
  const reach = reachOf(channelOf(req.payload).grants, callerOf(req), resource, action)
  if (typeof reach === 'boolean') return reach
  return { or: reach.map(({ path, equals }) => ({ [path]: { equals } })) }
}

/** A Payload access function from the grants table. */
export const can =
  (resource: SlugKey, action: Action): Access =>
  ({ req }) =>
    accessOf(req, resource, action)

/** The four access functions of a collection, and whether the admin panel lists it. */
export const canAll = (resource: SlugKey) => ({
  create: ({ req }: { req: PayloadRequest }) => Boolean(accessOf(req, resource, 'create')),
  read: can(resource, 'read'),
  update: can(resource, 'update'),
  delete: can(resource, 'delete'),
})
