import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Payload's types leave out that `false` is allowed: joined lists cost a subquery each. */
const noJoins = false as never

/**
 * Documents read as the system, without access, hooks and joined lists, in the request's
 * transaction. Only for what the caller may not see but its request needs, or was checked before.
 */
export const readRows = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  sort?: string,
): Promise<T[]> => {
  const { docs } = await req.payload.db.find<T & { id: number | string }>({
    collection,
    where,
    sort,
    limit: 0,
    pagination: false,
    joins: noJoins,
    req,
  })
  return docs
}

/** The one document that meets the condition, or `null`; read as `readRows` reads. */
export const readRow = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<null | T> =>
  req.payload.db.findOne<T & { id: number | string }>({ collection, where, joins: noJoins, req })
