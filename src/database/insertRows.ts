import type { CollectionSlug, PayloadRequest } from 'payload'

import { insertDocuments } from './documents/insertDocuments'
import { insertStatement } from './sql/insertStatement'
import { inTransaction } from './inTransaction'
import { plainTable } from './sql/plainTable'
import { sqlRunner } from './sql/sqlRunner'
import type { NewRow } from './newRow'
export type WrittenRow = NewRow & { id: number | string }
export type Batch = { slug: CollectionSlug; rows: NewRow[] }

/** How many rows travel in one statement: bounds memory, costs nothing measurable. */
const ROWS_PER_STATEMENT = 1_000

/**
 * Writes many documents of one collection with a statement for each 1,000. Steps past hooks and
 * validation: the caller validates, and writes the log entries.
 * Takes collections whose documents are plain rows, see `plainTable`.
 * @returns the rows with their IDs, in the given order
 */
export const insertRows = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<WrittenRow[]> => {
  const done: WrittenRow[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT)
    const ids = await insertPart(req, slug, part)
    part.forEach((row, index) => done.push({ ...row, id: ids[index] as number | string }))
  }
  return done
}

const insertPart = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<(number | string)[]> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slug)
  if (!runner || !table) return insertDocuments(req, slug, rows)
  const hasIds = rows[0]?.id !== undefined
  const { encode, name, text } = insertStatement(runner.dialect, [{ table, sample: rows[0]! }])
  const written = await runner.run(text, encode([rows]), name)
  return (hasIds ? rows : written).map(({ id }) => id as number | string)
}

/**
 * Writes rows of several collections, all or nothing. Where the database can, by a single statement,
 * which needs no transaction around it: one way to the database and back.
 * Every row brings its ID; later batches may refer to earlier ones.
 */
export const insertTogether = async (req: PayloadRequest, batches: Batch[]): Promise<void> => {
  const filled = batches.filter(({ rows }) => rows.length > 0)
  const runner = await sqlRunner(req)
  const tables = filled.map(({ slug }) => plainTable(req.payload, slug))
  const small = filled.every(({ rows }) => rows.length <= ROWS_PER_STATEMENT && rows[0]?.id)
  if (runner?.dialect !== 'postgres' || !small || tables.includes(null)) {
    await inTransaction(req, async () => {
      for (const { rows, slug } of filled) await insertRows(req, slug, rows)
    })
    return
  }
  const parts = filled.map(({ rows }, index) => ({ table: tables[index]!, sample: rows[0]! }))
  const { encode, name, text } = insertStatement('postgres', parts)
  await runner.run(text, encode(filled.map(({ rows }) => rows)), name)
}
