import type { Where } from 'payload'

import type { PlainColumn } from './plainTable'
import type { SqlRunner } from './sqlRunner'

/** A column of a statement, with the table's alias: `"t1"."name"`. */
export type FindColumn = (path: string) => undefined | { sql: string; column: PlainColumn }

type Clause = { sql: string; parameters: unknown[] }

const signs: Record<string, string | undefined> = {
  greater_than: '>',
  greater_than_equal: '>=',
  less_than: '<',
  less_than_equal: '<=',
}

/**
 * Payload's `where` as SQL: `equals`, `in`, `exists` and the comparisons with `and` and `or`; `null`
 * when it says more than that or names what is no column.
 */
export const whereClause = (
  dialect: SqlRunner['dialect'],
  where: Where,
  find: FindColumn,
  parameters: unknown[] = [],
): Clause | null => {
  const place = (value: unknown) => `$${parameters.push(value)}`
  const all = (parts: (null | string)[], glue: string): null | string =>
    parts.includes(null) ? null : `(${parts.join(glue) || (glue === ' OR ' ? 'FALSE' : 'TRUE')})`

  const membership = (sql: string, values: unknown[]): string => {
    if (values.length === 0) return 'FALSE'
    if (dialect === 'postgres') return `${sql} = ANY(${place(values)})`
    return `${sql} IN (SELECT value FROM json_each(${place(JSON.stringify(values))}))`
  }
  const comparison = (path: string, operator: string, value: unknown): null | string => {
    const sql = find(path)?.sql
    if (!sql) return null
    if (operator === 'exists') return `${sql} IS ${value ? 'NOT NULL' : 'NULL'}`
    if (operator === 'in' && Array.isArray(value)) return membership(sql, value)
    const sign = signs[operator]
    if (sign && value !== null && value !== undefined) return `${sql} ${sign} ${place(value)}`
    if (operator !== 'equals') return null
    if (value === null || value === undefined) return `${sql} IS NULL`
    // SQLite takes no booleans.
    return `${sql} = ${place(dialect === 'sqlite' && typeof value === 'boolean' ? Number(value) : value)}`
  }
  const clause = (condition: Where): null | string =>
    all(
      Object.entries(condition).map(([key, value]) => {
        if (key === 'and' || key === 'or')
          return all((value as Where[]).map(clause), key === 'and' ? ' AND ' : ' OR ')
        return all(
          Object.entries(value ?? {}).map(([operator, one]) => comparison(key, operator, one)),
          ' AND ',
        )
      }),
      ' AND ',
    )
  const sql = clause(where)
  return sql === null ? null : { sql, parameters }
}
