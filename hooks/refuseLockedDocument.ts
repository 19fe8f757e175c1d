import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { rolesOf } from '../access/rolesOf'
import { ChannelError } from '../src/domain/errors'
import { isExternal } from '../src/domain/isExternal'
import { LOCKS } from './closeLocks'

type Args = { id?: number | string; overrideAccess?: boolean; overrideLock?: boolean }
type Lock = { updatedAt: string; user?: { relationTo: string; value: number | string } }

const LASTS = 300_000

/**
 * Whoever saves what someone else is editing hears who and until when. Payload says neither, and lets
 * anybody pass who asks to; here those from the house take over.
 */
export const refuseLockedDocument: CollectionBeforeOperationHook = async (operation) => {
  const { collection, operation: name, req } = operation
  const args = operation.args as Args
  if ((name !== 'update' && name !== 'delete') || args.overrideAccess) return
  // Payload's conditions take `null` in letters for none; no document is called so.
  if (
    args.id === undefined ||
    args.id === 'null' ||
    !req.user ||
    collection.lockDocuments === false
  )
    return
  const external = isExternal(rolesOf(req))
  if (args.overrideLock && !external) return
  if (!isPossible(req, args.id)) return
  const lock = await lockOf(req, collection.slug, args.id)
  const until = lock ? new Date(new Date(lock.updatedAt).getTime() + LASTS) : undefined
  if (!lock?.user || !until || until < new Date() || lock.user.value === req.user.id) return
  const by = external ? 'Someone else' : await nameOf(req, lock.user)
  throw new ChannelError('LOCKED', {
    message: `${by} is editing this, until ${until.toISOString()} at the latest.`,
    details: { by, until: until.toISOString() },
  })
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A database that types its IDs ends a transaction over one that is none. */
const isPossible = ({ payload: { db } }: PayloadRequest, id: number | string): boolean => {
  if ((db as { idType?: string }).idType?.startsWith('uuid')) return UUID.test(String(id))
  return db.defaultIDType !== 'number' || Number.isSafeInteger(Number(id))
}

const lockOf = async (req: PayloadRequest, slug: string, id: number | string) => {
  const document: Where[] = [
    { 'document.relationTo': { equals: slug } },
    { 'document.value': { equals: id } },
  ]
  const { docs } = await req.payload.db.find<Lock>({
    collection: LOCKS,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: document },
  })
  return docs[0]
}

const nameOf = async (req: PayloadRequest, user: NonNullable<Lock['user']>): Promise<string> => {
  const found = (await req.payload.findByID({
    collection: user.relationTo as 'users',
    id: user.value,
    depth: 0,
    disableErrors: true,
    req,
  })) as { email?: string; name?: null | string } | null
  return found?.name ?? found?.email ?? 'Someone else'
}
