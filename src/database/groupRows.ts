import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { groupDocuments } from './documents/groupDocuments'
import { plainTable, type PlainTable } from './sql/plainTable'
import { sqlRunner, statementName, type SqlRunner } from './sql/sqlRunner'
import { whereClause } from './sql/whereClause'
import { type GroupKey, type Summand, type Counted, type Grouping, isAbove } from './grouping'

/** Links are IDs as text; sums and counts numbers, of nothing 0. */
export type Group = Record<string, null | number | string> & { count: number }

/**
 * Documents grouped, counted and summed up in the database, by one statement. As the system: the
 * caller brings the reach of its user in the condition.
 */
export const groupRows = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  grouping: Grouping,
): Promise<Group[]> => {
  const runner = await sqlRunner(req)
  const table = plainTable(req.payload, slug)
  const groups =
    runner && table
      ? await runGrouping(runner, table, grouping)
      : await groupDocuments(req, slug, grouping)
  return groups.map((group) => toGroup(group, grouping))
}

const toGroup = (row: Record<string, unknown>, { by, counts, sums }: Grouping): Group => {
  const keys = Object.keys(by).map((name) => [name, textOf(row[name])])
  const figures = ['count', ...Object.keys(sums ?? {}), ...Object.keys(counts ?? {})]
  return Object.fromEntries([
    ...keys,
    ...figures.map((name) => [name, Number(row[name] ?? 0)]),
  ]) as Group
}

const textOf = (value: unknown): null | string =>
  value === null || value === undefined ? null : String(value)

const runGrouping = async (
  { dialect, run }: SqlRunner,
  table: PlainTable,
  { by, counts = {}, sums = {}, top, where }: Grouping,
): Promise<Record<string, unknown>[]> => {
  const parameters: unknown[] = []
  const words = dialects[dialect]
  const find = (path: string) => {
    const column = table.byPath.get(path)
    return column && { column, sql: `"${column.name}"` }
  }
  const sql = (path: string): string => {
    const found = find(path)
    if (!found) throw new Error(`${table.name} has no column for ${path}.`)
    return found.sql
  }
  const condition = (asked: Where): string => {
    const clause = whereClause(dialect, asked, find, parameters)
    if (!clause) throw new Error(`No statement can say ${JSON.stringify(asked)}.`)
    return clause.sql
  }
  const keyOf = (key: GroupKey) =>
    typeof key === 'string' ? sql(key) : words.month(sql(key.month))
  const sumOf = (of: Summand) =>
    typeof of === 'string' ? sql(of) : words.seconds(sql(of.from), sql(of.to))
  const countOf = (of: Counted) =>
    isAbove(of) ? of.above.map(([a, b]) => `${sql(a)} > ${sql(b)}`).join(' OR ') : condition(of)

  const keys = Object.entries(by).map(([name, key]) => `${keyOf(key)} AS "${name}"`)
  const figures = [
    'count(*) AS "count"',
    ...Object.entries(sums).map(([name, of]) => `sum(${sumOf(of)}) AS "${name}"`),
    ...Object.entries(counts).map(
      ([name, of]) => `count(*) FILTER (WHERE ${countOf(of)}) AS "${name}"`,
    ),
  ]
  const ratios = top?.ratios.map(([part, whole]) => words.ratio(sql(part), sql(whole))) ?? []
  const text =
    `SELECT ${[...keys, ...figures].join(', ')} FROM "${table.name}" WHERE ${condition(where)}` +
    (keys.length ? ` GROUP BY ${keys.map((_, index) => index + 1).join(', ')}` : '') +
    (top ? ` ORDER BY ${words.greatest(ratios)} DESC, 1 LIMIT ${top.limit}` : '')
  return run(text, parameters, statementName(text))
}

/** What the two say differently. */
const dialects = {
  postgres: {
    month: (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM')`,
    seconds: (from: string, to: string) => `greatest(extract(epoch FROM ${to} - ${from}), 0)`,
    ratio: (part: string, whole: string) =>
      `coalesce(sum(${part})::float / nullif(sum(${whole}), 0), 0)`,
    greatest: (ratios: string[]) => `greatest(${ratios.join(', ')})`,
  },
  sqlite: {
    month: (column: string) => `substr(${column}, 1, 7)`,
    seconds: (from: string, to: string) =>
      `max((julianday(${to}) - julianday(${from})) * 86400, 0)`,
    ratio: (part: string, whole: string) =>
      `coalesce(sum(${part}) * 1.0 / nullif(sum(${whole}), 0), 0)`,
    greatest: (ratios: string[]) => `max(${ratios.join(', ')})`,
  },
}
