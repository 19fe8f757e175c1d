import type { CollectionSlug, PayloadRequest } from 'payload'

import { sqlRunner, type SqlRunner } from './sqlRunner'
import { tableOf, type Column, type Table } from './tableOf'

/** A document in Payload's shape: flat fields, groups as objects, relationships as IDs. */
export type NewRow = Record<string, unknown> & { id?: number | string }

/** How many rows travel in one statement: bounds memory, costs nothing measurable. */
const ROWS_PER_STATEMENT = 1_000

/**
 * Writes many documents of one collection with a statement for each 1,000. Steps past hooks and
 * validation: the caller validates, and writes the log entries.
 * Takes collections without has-many and array fields.
 * @returns the rows with their IDs, in the given order
 */
export const insertRows = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<(NewRow & { id: number | string })[]> => {
  const runner = await sqlRunner(req)
  const done: (NewRow & { id: number | string })[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = rows.slice(start, start + ROWS_PER_STATEMENT)
    const ids = runner
      ? await insertBatch(runner, tableOf(req.payload, slug), batch)
      : await insertDocuments(req, slug, batch)
    batch.forEach((row, index) => done.push({ ...row, id: ids[index] as number | string }))
  }
  return done
}

const insertBatch = async (
  { dialect, run }: SqlRunner,
  table: Table,
  rows: NewRow[],
): Promise<(number | string)[]> => {
  const flat = rows.map((row) => flatten(row))
  const keys = new Set(flat.flatMap((row) => Object.keys(row)))
  const columns = table.columns.filter(({ key }) => keys.has(key))
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const source = dialect === 'postgres' ? fromRecordset(columns) : fromJsonEach(columns)
  const hasIds = flat[0]?.id !== undefined
  const statement = `INSERT INTO "${table.name}" (${names}) ${source}${hasIds ? '' : ' RETURNING "id"'}`
  const written = await run(statement, [JSON.stringify(flat)])
  return hasIds
    ? flat.map((row) => row.id as number | string)
    : written.map((row) => row.id as number | string)
}

const fromRecordset = (columns: Column[]): string => {
  const picked = columns.map(({ key }) => `x."${key}"`).join(', ')
  const typed = columns.map(({ key, type }) => `"${key}" ${type.replace(/^enum_.*/, '"$&"')}`)
  return `SELECT ${picked} FROM jsonb_to_recordset($1::jsonb) AS x(${typed.join(', ')})`
}

const fromJsonEach = (columns: Column[]): string => {
  const picked = columns.map(({ key }) => `value ->> '$.${key}'`).join(', ')
  return `SELECT ${picked} FROM json_each($1) WHERE true ORDER BY key`
}

/** `{ limits: { users: 1 } }` → `{ limits_users: 1 }`; dates as ISO strings. JSON values stay whole. */
const flatten = (row: NewRow): Record<string, unknown> => {
  const flat: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    if (GROUPS.has(key) && value && typeof value === 'object')
      for (const [inner, innerValue] of Object.entries(value)) flat[`${key}_${inner}`] = innerValue
    else flat[key] = value
  }
  return flat
}

/** The group fields of the collections that are written in bulk. */
const GROUPS = new Set(['limits'])

type MongoAdapter = {
  collections: Record<
    string,
    { insertMany: (rows: object[], options: object) => Promise<{ id: string }[]> } | undefined
  >
  sessions: Record<string, object | undefined>
}

const insertDocuments = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<(number | string)[]> => {
  const adapter = req.payload.db as unknown as MongoAdapter
  const model = adapter.collections[slug]
  if (!model) throw new Error(`insertRows: this database adapter has no collection "${slug}".`)
  const session = req.transactionID ? adapter.sessions[String(await req.transactionID)] : undefined
  const documents = rows.map(({ id, ...row }) => (id === undefined ? row : { ...row, _id: id }))
  const written = await model.insertMany(documents, { session, ordered: true })
  return written.map(({ id }) => String(id))
}
