import { createHash } from 'node:crypto'

import type { NewRow } from './insertRows'
import type { PlainColumn, PlainTable } from './plainTable'
import type { SqlRunner } from './sqlRunner'

export type InsertPart = {
  table: PlainTable
  /** A row with every field that is set. */ sample: NewRow
}

/** A statement and the name under which a connection keeps it prepared. */
export type Statement = { name: string; text: string }

const prepared = new Map<string, Statement>()

/**
 * One statement that inserts the rows of each part from a JSON array: `$1` for the first part, `$2`
 * for the second … With IDs given; a single part without them returns those of the database.
 */
export const insertStatement = (dialect: SqlRunner['dialect'], parts: InsertPart[]): Statement => {
  const columnsOf = parts.map(({ sample, table }) => setColumns(table, sample))
  const key = parts
    .map(({ table }, index) => `${table.name}(${columnsOf[index]!.map(({ name }) => name).join()})`)
    .join()
  const known = prepared.get(`${dialect}:${key}`)
  if (known) return known
  const inserts = parts.map(({ table }, index) =>
    insertOf(dialect, table, columnsOf[index]!, index),
  )
  const last = inserts.pop() as string
  const first = inserts.map((insert, index) => `part${index} AS (${insert})`)
  const text = first.length ? `WITH ${first.join(', ')} ${last}` : last
  const name = `channel_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
  prepared.set(`${dialect}:${key}`, { name, text })
  return { name, text }
}

/** A row as a flat record for the statement: `limits.users` under `limits_users`. */
export const toRecord = (table: PlainTable, row: NewRow): Record<string, unknown> => {
  const record: Record<string, unknown> = {}
  for (const { path } of table.columns) {
    const value = valueAt(row, path)
    if (value !== undefined) record[path.join('_')] = value
  }
  return record
}

const valueAt = (row: NewRow, path: string[]): unknown =>
  path.length === 1
    ? row[path[0]!]
    : path.reduce<unknown>((value, key) => (value as NewRow | undefined)?.[key], row)

const setColumns = (table: PlainTable, sample: NewRow): PlainColumn[] =>
  table.columns.filter(({ path }) => valueAt(sample, path) !== undefined)

const insertOf = (
  dialect: SqlRunner['dialect'],
  table: PlainTable,
  columns: PlainColumn[],
  index: number,
): string => {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const source =
    dialect === 'postgres' ? fromRecordset(columns, index) : fromJsonEach(columns, index)
  const hasIds = columns.some(({ fieldType }) => fieldType === 'id')
  return `INSERT INTO "${table.name}" (${names}) ${source}${hasIds ? '' : ' RETURNING "id"'}`
}

const fromRecordset = (columns: PlainColumn[], index: number): string => {
  const keys = columns.map(({ path }) => `"${path.join('_')}"`)
  const typed = columns.map(
    ({ sqlType }, at) => `${keys[at]} ${sqlType.replace(/^enum_.*/, '"$&"')}`,
  )
  const picked = keys.map((key) => `x.${key}`).join(', ')
  return `SELECT ${picked} FROM jsonb_to_recordset($${index + 1}::jsonb) AS x(${typed.join(', ')})`
}

const fromJsonEach = (columns: PlainColumn[], index: number): string => {
  const picked = columns.map(({ path }) => `value ->> '$.${path.join('_')}'`).join(', ')
  return `SELECT ${picked} FROM json_each($${index + 1}) WHERE true ORDER BY key`
}
