import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { readLinkedDocuments } from './documents/readLinkedDocuments'
import { plainTable, type PlainTable } from './sql/plainTable'
import { selectRows } from './sql/selectRows'
import { sqlRunner } from './sql/sqlRunner'

/** Payload's types leave out that `false` is allowed: joined lists cost a subquery each. */
const noJoins = false as never

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

/**
 * Documents with the ones that they link to in place, by a join where the database has one; read as
 * `readRows` reads. Those whose link leads nowhere are left out.
 * @param links field → slug of the collection that it links to
 */
export const readLinkedRows = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  links: Record<string, CollectionSlug>,
  sort: string,
): Promise<T[]> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, collection)
  const tables = Object.entries(links).map(
    ([field, slug]) => [field, plainTable(req.payload, slug)] as const,
  )
  const plain = tables.filter((entry): entry is [string, PlainTable] => entry[1] !== null)
  if (runner && table && plain.length === tables.length) {
    const rows = await selectRows<T>(runner, table, where, {
      links: Object.fromEntries(plain),
      sort,
    })
    if (rows) return rows
  }
  const read = runner ? null : await readLinkedDocuments<T>(req, collection, where, links, sort)
  if (read) return read
  const { docs } = await req.payload.find({
    collection,
    where,
    sort,
    depth: 1,
    pagination: false,
    joins: noJoins,
    // The system reads: see `readRows`.
    overrideAccess: true,
    req,
  })
  return docs as unknown as T[]
}
