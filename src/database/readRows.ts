import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { plainTable } from './sql/plainTable'
import { selectRows } from './sql/selectRows'
import { sqlRunner } from './sql/sqlRunner'
import { noJoins } from './noJoins'

export type ReadOptions = { limit?: number; sort?: string }

/**
 * Documents read as the system, without access, hooks and joined lists, in the request's
 * transaction. Only for what the caller may not see but its request needs, or was checked before.
 * Plain rows come by a statement of ours: building a query costs more than running it.
 */
export const readRows = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  options: ReadOptions = {},
): Promise<T[]> => {
  const table = plainTable(req.payload, collection)
  const runner = table && (await sqlRunner(req))
  const rows = runner && (await selectRows<T>(runner, table, where, options))
  if (rows) return rows
  const { docs } = await req.payload.db.find<T & { id: number | string }>({
    collection,
    where,
    sort: options.sort,
    limit: options.limit ?? 0,
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
): Promise<null | T> => (await readRows<T>(req, collection, where, { limit: 1 }))[0] ?? null
