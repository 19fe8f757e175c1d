import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { plainTable, type PlainTable } from './plainTable'
import { findColumnIn, picked, toDocuments, type Source } from './selectRows'
import { sqlRunner, statementName } from './sqlRunner'
import { whereClause } from './whereClause'

export type PageQuery = {
  where: Where
  /** Fields of the collection, with `-` for descending. */
  sort: string[]
  limit: number
  /** From 1. */
  page: number
  /** The fields that are read, by their first name: `limits`, not `limits.users`. */
  fields: Set<string>
}

export type Page<T> = { docs: T[]; totalDocs: number }

/**
 * A page of plain rows and how many there are, by one statement; ties are ordered by ID, so that no
 * row is on two pages. As the system: the caller brings the reach of its user in the condition.
 * @returns `null` where a statement of ours can't say it, or there is no SQL
 */
export const selectPage = async <T>(
  req: PayloadRequest,
  slug: CollectionSlug,
  { fields, limit, page, sort, where }: PageQuery,
): Promise<null | Page<T>> => {
  const table = plainTable(req.payload, slug)
  const runner = table && (await sqlRunner(req))
  if (!runner) return null
  const sources = [sourceOf(table, fields)]
  const find = findColumnIn(sources)
  const parameters: unknown[] = []
  const clause = whereClause(runner.dialect, where, find, parameters)
  const order = [...sort, 'id'].map((one) => {
    const column = find(one.replace(/^-/, ''))?.sql
    return column && `${column} ${one.startsWith('-') ? 'DESC' : 'ASC'}`
  })
  if (!clause || order.includes(undefined)) return null
  const from = `FROM "${table.name}" AS t0 WHERE ${clause.sql}`
  const count = `SELECT count(*) AS total ${from}`
  const offset = (page - 1) * limit
  const text =
    `SELECT ${picked(sources)}, (${count}) AS total ${from}` +
    ` ORDER BY ${order.join(', ')} LIMIT ${limit}${offset ? ` OFFSET ${offset}` : ''}`
  const rows = await runner.run(text, parameters, nameOf(text))
  // Past the last page there is no row to tell the number.
  const [counted] = rows.length || !offset ? rows : await runner.run(count, parameters)
  return { docs: toDocuments<T>(sources, rows), totalDocs: Number(counted?.total ?? 0) }
}

const sourceOf = (table: PlainTable, fields: Set<string>): Source => ({
  alias: 't0',
  field: null,
  table: {
    ...table,
    columns: table.columns.filter(({ path: [first] }) => first === 'id' || fields.has(first!)),
  },
})

const MOST_NAMES = 200
const names = new Map<string, string>()

/** What clients ask for most stays prepared; what they can think up has no end, and does not. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known
  const name = statementName(text)
  names.set(text, name)
  return name
}
