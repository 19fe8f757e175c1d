import type { Where } from 'payload'

import type { PlainColumn, PlainTable } from './plainTable'
import { statementName, type SqlRunner } from './sqlRunner'
import { whereClause, type FindColumn } from './whereClause'

export type Selection = {
  limit?: number
  /** A field of the collection, with `-` for descending. */
  sort?: string
  /** Fields that link to one document of another table, which comes along in its place. */
  links?: Record<string, PlainTable>
}

type Row = Record<string, unknown>
export type Source = { alias: string; field: null | string; table: PlainTable }

/**
 * Documents of a plain table by one statement, without the query builder; `null` when the condition
 * is more than a clause of ours can say.
 */
export const selectRows = async <T>(
  { dialect, run }: SqlRunner,
  table: PlainTable,
  where: Where,
  { limit, links = {}, sort }: Selection = {},
): Promise<null | T[]> => {
  const sources: Source[] = [
    { alias: 't0', field: null, table },
    ...Object.entries(links).map(([field, linked], index) => ({
      alias: `t${index + 1}`,
      field,
      table: linked,
    })),
  ]
  const find = findColumnIn(sources)
  const clause = whereClause(dialect, where, find)
  const order = sort && find(sort.replace(/^-/, ''))?.sql
  if (!clause || (sort && !order)) return null
  const text =
    `SELECT ${picked(sources)} FROM "${table.name}" AS t0${joins(sources, table)} WHERE ${clause.sql}` +
    (order ? ` ORDER BY ${order} ${sort.startsWith('-') ? 'DESC' : 'ASC'}` : '') +
    (limit ? ` LIMIT ${limit}` : '')
  return toDocuments<T>(sources, await run(text, clause.parameters, nameOf(text)))
}

const names = new Map<string, string>()

/** Statements differ by their conditions only, which the code names: there are few. */
const nameOf = (text: string): string => {
  const name = names.get(text) ?? statementName(text)
  names.set(text, name)
  return name
}

/** `sku` of the table itself, `product.sku` of a linked one. */
export const findColumnIn =
  ([own, ...linked]: Source[]): FindColumn =>
  (path) => {
    const source = linked.find(({ field }) => path.startsWith(`${field}.`)) ?? own!
    const column = source.table.byPath.get(
      source.field ? path.slice(source.field.length + 1) : path,
    )
    return column && { column, sql: `${source.alias}."${column.name}"` }
  }

/** The columns of the documents, under names that `toDocuments` knows. */
export const picked = (sources: Source[]): string =>
  sources
    .flatMap(({ alias, table }) =>
      table.columns.map(({ name }, index) => `${alias}."${name}" AS ${alias}_${index}`),
    )
    .join(', ')

const joins = ([, ...linked]: Source[], own: PlainTable): string =>
  linked
    .map(({ alias, field, table }) => {
      const link = own.byPath.get(field as string)?.name
      return ` JOIN "${table.name}" AS ${alias} ON ${alias}."id" = t0."${link}"`
    })
    .join('')

/** Rows as documents; one that many rows link to is made once. */
export const toDocuments = <T>([own, ...linked]: Source[], rows: Row[]): T[] => {
  const made = new Map<string, Row>()
  return rows.map((row) => {
    const document = toDocument(own!, row)
    for (const source of linked) {
      const key = `${source.alias}:${String(row[`${source.alias}_0`])}`
      const known = made.get(key) ?? toDocument(source, row)
      made.set(key, known)
      document[source.field as string] = known
    }
    return document as T
  })
}

const toDocument = ({ alias, table }: Source, row: Row): Row => {
  const document: Row = {}
  for (const [index, { fieldType, path }] of table.columns.entries()) {
    const value = decode(fieldType, row[`${alias}_${index}`])
    if (path.length === 1) document[path[0]!] = value
    else {
      const group = path.slice(0, -1).reduce((parent, key) => (parent[key] ??= {}) as Row, document)
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
  if (type === 'date') return toInstant(value as string)
  if (type === 'json' && typeof value === 'string') return JSON.parse(value)
  return value
}

/** What PostgreSQL writes in UTC: parsing it as a date takes ten times as long. */
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/

const toInstant = (value: string): string => {
  const [, day, time, fraction = ''] = inUtc.exec(value) ?? []
  return day ? `${day}T${time}.${fraction.padEnd(3, '0')}Z` : new Date(value).toISOString()
}
