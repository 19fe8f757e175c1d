import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { readLinkedDocuments } from './documents/readLinkedDocuments'
import { plainTable, type PlainTable } from './sql/plainTable'
import { selectRows } from './sql/selectRows'
import { sqlRunner } from './sql/sqlRunner'
import { noJoins } from './noJoins'

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
