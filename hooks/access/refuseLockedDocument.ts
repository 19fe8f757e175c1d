import type {
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'

import { isIdOf } from '../../access/isIdOf'
import { mayAsk } from '../../access/mayAsk'
import { mayReach } from '../../access/mayReach'
import { rolesOf } from '../../access/rolesOf'
import { ChannelError } from '../../src/domain/errors'
import { isExternal } from '../../src/domain/access/isExternal'
import { LOCKS } from './closeLocks'

type Args = { id?: number | string; overrideAccess?: boolean; overrideLock?: boolean }
type Lock = { updatedAt: string; user?: { relationTo: string; value: number | string } }

/**
 * Whoever saves what someone else is editing hears who and until when. Payload says neither, and lets
 * anybody pass who asks to; here those from the house take over. Who may not change a document hears
 * nothing of it.
 */
export const refuseLockedDocument: CollectionBeforeOperationHook = async (operation) => {
  const { collection, operation: name, req } = operation
  const args = operation.args as Args
  if ((name !== 'update' && name !== 'delete') || args.overrideAccess || !req.user) return
  if (collection.lockDocuments === false) return
  const external = isExternal(rolesOf(req))
  if (args.overrideLock && !external) return
  // Payload looks at the locks of what a condition finds, unless it is told not to.
  if (args.id === undefined) return args.overrideLock ? changed(args, false) : undefined
  if (!(await mayAsk(operation, args))) return
  const lock = await lockOf(req, collection, args.id)
  // Payload need not look again.
  if (!lock) return changed(args, true)
  if (!(await mayReach(req, collection.slug, name, args.id))) return
  const by = external ? 'Someone else' : await nameOf(req, lock.user)
  throw new ChannelError('LOCKED', {
    message: `${by} is editing this, until ${lock.until.toISOString()} at the latest.`,
    details: { by, until: lock.until.toISOString() },
  })
}

const changed = (args: Args, overrideLock: boolean) => ({ ...args, overrideLock }) as never

/** Seconds, as Payload has it. */
const DURATION = 300

type Held = { until: Date; user: NonNullable<Lock['user']> }

/** Somebody else's lock, while it holds. */
const lockOf = async (
  req: PayloadRequest,
  { lockDocuments, slug }: SanitizedCollectionConfig,
  id: number | string,
): Promise<Held | undefined> => {
  if (!isIdOf(req.payload, slug, id)) return undefined
  const lock = await newestLock(req, slug, id)
  const { duration = DURATION } = typeof lockDocuments === 'object' ? lockDocuments : {}
  if (!lock?.user || lock.user.value === req.user?.id) return undefined
  const until = new Date(new Date(lock.updatedAt).getTime() + duration * 1_000)
  return until < new Date() ? undefined : { until, user: lock.user }
}

const newestLock = async (req: PayloadRequest, slug: string, id: number | string) => {
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
