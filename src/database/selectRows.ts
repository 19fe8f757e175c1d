import type { Where } from 'payload'

import type { PlainColumn, PlainTable } from './plainTable'
import { statementName, type SqlRunner } from './sqlRunner'

type Condition = { column: PlainColumn; values: unknown[]; many: boolean }

/**
 * Documents of a plain table by one statement, without the query builder; `null` when the condition
 * is more than `equals` and `in` on columns of the table.
 */
export const selectRows = async <T>(
  { dialect, run }: SqlRunner,
  table: PlainTable,
  where: Where,
  { limit, sort }: { limit?: number; sort?: string } = {},
): Promise<null | T[]> => {
  const conditions = parseWhere(table, where)
  const order = sort ? table.byPath.get(sort.replace(/^-/, '')) : undefined
  if (!conditions || (sort && !order)) return null
  if (conditions.some(({ values }) => values.length === 0)) return []
  const parameters: unknown[] = []
  const place = (value: unknown) => `$${parameters.push(value)}`
  const clauses = conditions.map(({ column, many, values }) => {
    if (!many)
      return values[0] === null
        ? `"${column.name}" IS NULL`
        : `"${column.name}" = ${place(values[0])}`
    if (dialect === 'postgres') return `"${column.name}" = ANY(${place(values)})`
    return `"${column.name}" IN (SELECT value FROM json_each(${place(JSON.stringify(values))}))`
  })
  const text =
    `SELECT ${table.columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table.name}"` +
    (clauses.length ? ` WHERE ${clauses.join(' AND ')}` : '') +
    (order ? ` ORDER BY "${order.name}" ${sort?.startsWith('-') ? 'DESC' : 'ASC'}` : '') +
    (limit ? ` LIMIT ${limit}` : '')
  const values = dialect === 'sqlite' ? parameters.map(bind) : parameters
  const rows = await run(text, values, nameOf(text))
  return rows.map((row) => toDocument(table, row) as T)
}

const names = new Map<string, string>()

/** Statements differ by their conditions only, which the code names: there are few. */
const nameOf = (text: string): string => {
  const name = names.get(text) ?? statementName(text)
  names.set(text, name)
  return name
}

/** SQLite takes no booleans. */
const bind = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

const parseWhere = (table: PlainTable, where: Where): Condition[] | null => {
  const conditions: Condition[] = []
  for (const [path, operators] of Object.entries(where)) {
    const column = table.byPath.get(path)
    if (!column || !operators || Array.isArray(operators)) return null
    for (const [operator, value] of Object.entries(operators))
      if (operator === 'equals') conditions.push({ column, values: [value], many: false })
      else if (operator === 'in' && Array.isArray(value))
        conditions.push({ column, values: value, many: true })
      else return null
  }
  return conditions
}

const toDocument = (table: PlainTable, row: Record<string, unknown>): Record<string, unknown> => {
  const document: Record<string, unknown> = {}
  for (const { fieldType, name, path } of table.columns) {
    const value = decode(fieldType, row[name])
    if (path.length === 1) document[path[0]!] = value
    else {
      const group = path
        .slice(0, -1)
        .reduce((parent, key) => (parent[key] ??= {}) as Record<string, unknown>, document)
      group[path.at(-1)!] = value
    }
  }
  return document
}

/** A driver's value as Payload gives it: instants as ISO strings, numbers as numbers. */
const decode = (type: PlainColumn['fieldType'], value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (type === 'number') return Number(value)
  if (type === 'checkbox') return Boolean(value)
  if (type === 'date') return value instanceof Date ? value.toISOString() : value
  if (type === 'json' && typeof value === 'string') return JSON.parse(value)
  return value
}
