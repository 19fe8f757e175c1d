import type { CollectionSlug, PayloadRequest } from 'payload'

import { insertDocuments } from './documents/insertDocuments'
import type { NewRow } from './newRow'
import { insertStatement } from './sql/insertStatement'
import { plainTable } from './sql/plainTable'
import { readRows } from './readRows'
import { sqlRunner, statementName } from './sql/sqlRunner'

const ROWS_PER_STATEMENT = 1_000

/**
 * Writes the rows whose key is not there yet: whoever writes the same ones at the same moment, or
 * wrote them before, is no error. Steps past hooks and validation, as `insertRows` does.
 * Takes collections whose documents are plain rows, with a unique text field of the top level.
 * @returns the keys that this call wrote
 */
export const insertAbsent = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  key: string,
): Promise<string[]> => {
  const written: string[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT)
    written.push(
      ...(await insertPart(req, slug, rows.slice(start, start + ROWS_PER_STATEMENT), key)),
    )
  return written
}

const insertPart = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  key: string,
): Promise<string[]> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slug)
  const column = table?.byPath.get(key)?.name
  if (!runner || !table || !column) return insertUnknown(req, slug, rows, key)
  const { encode, text } = insertStatement(runner.dialect, [{ table, sample: rows[0]! }])
  const absent = `${text.replace(/ RETURNING "id"$/, '')} ON CONFLICT ("${column}") DO NOTHING RETURNING "${column}" AS key`
  const written = await runner.run(absent, encode([rows]), statementName(absent))
  return written.map(({ key: one }) => String(one))
}

type BulkError = { code?: number; writeErrors?: { code?: number; index: number }[] }

const DUPLICATE = 11_000

/**
 * Where there is no such statement: what is known is left out, and what others write meanwhile is
 * refused row by row. Outside of the request's transaction, which a refusal would end.
 */
const insertUnknown = async (
  { payload }: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  key: string,
): Promise<string[]> => {
  const req = { payload } as PayloadRequest
  const where = { [key]: { in: rows.map((row) => row[key]) } }
  const known = new Set((await readRows<NewRow>(req, slug, where)).map((row) => row[key]))
  const unknown = rows.filter((row) => !known.has(row[key]))
  if (unknown.length === 0) return []
  const refused =
    payload.db.name === 'mongoose'
      ? await insertInBulk(req, slug, unknown)
      : await insertOneByOne(req, slug, unknown, key)
  return unknown.filter((_, index) => !refused.has(index)).map((row) => String(row[key]))
}

/** @returns the positions of the rows that others wrote first */
const insertInBulk = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<Set<number>> => {
  try {
    await insertDocuments(req, slug, rows, { ordered: false })
    return new Set()
  } catch (error) {
    const { writeErrors = [] } = error as BulkError
    if (writeErrors.length === 0 || writeErrors.some(({ code }) => code !== DUPLICATE)) throw error
    return new Set(writeErrors.map(({ index }) => index))
  }
}

const insertOneByOne = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  rows: NewRow[],
  key: string,
): Promise<Set<number>> => {
  const refused = new Set<number>()
  for (const [index, data] of rows.entries())
    try {
      await req.payload.db.create({ collection, data, req })
    } catch (error) {
      const there = await readRows(req, collection, { [key]: { equals: data[key] } }, { limit: 1 })
      if (there.length === 0) throw error
      refused.add(index)
    }
  return refused
}
