import type { NewRow } from '../newRow'
import type { PlainColumn, PlainTable } from './plainTable'
import { statementName, type SqlRunner } from './sqlRunner'

export type InsertPart = {
  table: PlainTable
  /** A row with every field that is set. */ sample: NewRow
}

/** A statement, the name under which a connection keeps it prepared, and its parameters. */
export type Statement = { name: string; text: string; encode: (batches: NewRow[][]) => string[] }

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
  const { encode, insert } = dialects[dialect]
  const inserts = parts.map(({ table }, index) => insert(table, columnsOf[index]!, index + 1))
  const last = inserts.pop() as string
  const first = inserts.map((one, index) => `part${index} AS (${one})`)
  const text = first.length ? `WITH ${first.join(', ')} ${last}` : last
  const statement: Statement = {
    name: statementName(text),
    text,
    encode: (batches) =>
      batches.map((rows, index) =>
        JSON.stringify(rows.map((row) => encode(row, columnsOf[index] as PlainColumn[]))),
      ),
  }
  prepared.set(`${dialect}:${key}`, statement)
  return statement
}

const setColumns = (table: PlainTable, sample: NewRow): PlainColumn[] =>
  table.columns.filter(({ path }) => valueAt(sample, path) !== undefined)

const valueAt = (row: NewRow, path: string[]): unknown =>
  path.length === 1
    ? row[path[0]!]
    : path.reduce<unknown>((value, key) => (value as NewRow | undefined)?.[key], row)

const insertInto = (table: PlainTable, columns: PlainColumn[], source: string): string => {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const hasIds = columns.some(({ fieldType }) => fieldType === 'id')
  return `INSERT INTO "${table.name}" (${names}) ${source}${hasIds ? '' : ' RETURNING "id"'}`
}

const typeOf = ({ sqlType }: PlainColumn): string => sqlType.replace(/^enum_.*/, '"$&"')

type Dialect = {
  insert: (table: PlainTable, columns: PlainColumn[], parameter: number) => string
  /** A row as the statement's JSON has it. */
  encode: (row: NewRow, columns: PlainColumn[]) => unknown
}

const dialects: Record<SqlRunner['dialect'], Dialect> = {
  postgres: {
    insert: (table, columns, parameter) => {
      const typed = new Map(
        columns.map((column) => [
          `"${column.path[0]}"`,
          column.path.length > 1 ? 'jsonb' : typeOf(column),
        ]),
      )
      const picked = columns.map((column) => {
        const [field, ...inner] = column.path
        return inner.length > 0
          ? `(x."${field}" #>> '{${inner.join()}}')::${typeOf(column)}`
          : `x."${field}"`
      })
      const record = [...typed].map((pair) => pair.join(' ')).join(', ')
      const rows = `jsonb_to_recordset($${parameter}::jsonb) AS x(${record})`
      return insertInto(table, columns, `SELECT ${picked.join(', ')} FROM ${rows}`)
    },
    // As they are: the statement knows its way into groups.
    encode: (row) => row,
  },
  sqlite: {
    // Arrays, parsed once a row: by name from text, every column would parse its row anew.
    insert: (table, columns, parameter) => {
      const rows = `WITH j AS MATERIALIZED (SELECT key, jsonb(value) AS v FROM json_each($${parameter}))`
      const picked = columns.map((_, index) => `v ->> ${index}`).join(', ')
      return insertInto(table, columns, `${rows} SELECT ${picked} FROM j ORDER BY key`)
    },
    encode: (row, columns) => columns.map(({ path }) => valueAt(row, path) ?? null),
  },
}
