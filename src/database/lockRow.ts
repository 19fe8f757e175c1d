import type { CollectionSlug, PayloadRequest } from 'payload'

import { plainTable } from './sql/plainTable'
import { sqlRunner } from './sql/sqlRunner'

/**
 * Keeps others that lock the same document waiting until the request's transaction ends, and nobody
 * else: what only reads it or links to it goes on. A transaction of SQLite has the database to itself
 * anyway; databases without SQL have no such lock.
 */
export const lockRow = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, collection)
  if (runner?.dialect !== 'postgres' || !table || !(await req.transactionID)) return
  await runner.run(`SELECT 1 FROM "${table.name}" WHERE "id" = $1 FOR NO KEY UPDATE`, [id])
}
