import {
  createLocalReq,
  type Access,
  type CollectionBeforeValidateHook,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'

import { mayUpdate, type Locked } from '../../access/mayUpdate'
import { rolesOf } from '../../access/rolesOf'
import { isExternal } from '../../src/domain/access/isExternal'
import { checkQuery } from '../records/checkQuery'

export const LOCKS = 'payload-locked-documents' as 'users'

/** Older ones bind nobody. */
const HOUR = 3_600_000

type Link = { relationTo: string; value: number | string }
type Lock = Locked & { id: number | string; user?: Link | null }

/**
 * Payload's locks of documents under edit are open to every user, for any document and in any name.
 * Here one locks what one may change, in one's own name, through the API as through the panel's form
 * state, and sees who edits what one may change; those from the house take such a lock over.
 */
export const closeLocks = (payload: Payload): void => {
  const config = (payload.collections as Partial<Payload['collections']>)[LOCKS]?.config
  if (!config) return
  const change: Access = ({ req }) => reachOf(req, !isExternal(rolesOf(req)))
  config.access = {
    ...config.access,
    create: ({ data, req }) => Boolean(data) && mayUpdate(req, data as Locked),
    read: ({ req }) => reachOf(req, true),
    update: change,
    delete: change,
  }
  config.hooks.beforeOperation = [...(config.hooks.beforeOperation ?? []), checkQuery]
  config.hooks.beforeValidate = [...(config.hooks.beforeValidate ?? []), inOwnName]
  guardFormState(payload)
}

/** One's own locks, and, where `others` count, those of what one may change. */
const reachOf = async (req: PayloadRequest, others: boolean): Promise<boolean | Where> => {
  const { user } = req
  if (!user) return false
  const own: Where = {
    and: [
      { 'user.value': { equals: user.id } },
      { 'user.relationTo': { equals: user.collection } },
    ],
  }
  if (!others) return own
  const { docs } = await req.payload.db.find<Lock>({
    collection: LOCKS,
    limit: 500,
    pagination: false,
    req,
    where: { updatedAt: { greater_than: new Date(Date.now() - HOUR).toISOString() } },
  })
  const ids: Lock['id'][] = []
  for (const lock of docs) if (await mayUpdate(req, lock)) ids.push(lock.id)
  return ids.length > 0 ? { or: [own, { id: { in: ids } }] } : own
}

/** A lock is its maker's, and whoever takes it over makes it its own; of what it is never changes. */
const inOwnName: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!req.user || !req.payloadAPI || req.payloadAPI === 'local') return data
  const of = (operation === 'update' ? originalDoc : data) as Lock
  return {
    ...data,
    document: of.document,
    globalSlug: of.globalSlug,
    user: { relationTo: req.user.collection, value: req.user.id },
  }
}

/** The panel's form state writes its lock past access and hooks, for whatever ID it is given. */
const guardFormState = (payload: Payload): void => {
  const create = payload.db.create.bind(payload.db)
  payload.db.create = async (args) => {
    if (args.collection !== LOCKS) return create(args)
    const lock = args.data as Omit<Lock, 'id'>
    return (await isAllowed(payload, lock)) ? create(args) : (lock as never)
  }
}

const isAllowed = async (payload: Payload, lock: Omit<Lock, 'id'>): Promise<boolean> => {
  if (!lock.user) return false
  const { relationTo, value } = lock.user
  const user = await payload.findByID({
    collection: relationTo as 'users',
    id: value,
    depth: 0,
    disableErrors: true,
  })
  if (!user) return false
  const as = { ...user, collection: relationTo } as unknown as NonNullable<PayloadRequest['user']>
  return mayUpdate(await createLocalReq({ user: as }, payload), lock)
}
