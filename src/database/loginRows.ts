import { createHash } from 'node:crypto'

import type { BasePayload, FlattenedField } from 'payload'

import { readInBatches } from './readInBatches'
import { sqlRunner, statementName, type SqlRunner } from './sql/sqlRunner'

/** A table of a user's own values: its many roles, or its sessions. */
type Part = { table: string; parent: string; order: string }
type Tables = { main: string; parts: Part[] }
type SqlAdapter = {
  tables?: Record<string, object | undefined>
  tableNameMap: Map<string, string>
}

type Digest = (id: number | string) => Promise<null | string>

const readers = new WeakMap<object, Map<string, Digest | null>>()

/**
 * A digest of all that is stored of a document, by one quick statement, which many callers share: as
 * long as it is the same, so is the document. Takes documents of plain columns, choices of many and
 * plain arrays.
 * @returns `null` where the document is more than that, there is no SQL, or no such document
 */
export const digestOfRows = async (
  payload: BasePayload,
  slug: string,
  id: number | string,
): Promise<null | string> => {
  const bySlug = readers.get(payload.db) ?? new Map<string, Digest | null>()
  readers.set(payload.db, bySlug)
  const known = bySlug.get(slug)
  const digest = known === undefined ? await readerOf(payload, slug) : known
  if (known === undefined) bySlug.set(slug, digest)
  return digest && digest(id)
}

const readerOf = async (payload: BasePayload, slug: string): Promise<Digest | null> => {
  const tables = describe(payload, slug)
  const runner = tables && (await sqlRunner({ payload }))
  if (!runner) return null
  if (runner.dialect === 'sqlite') return (id) => readInTurn(payload, tables, id)
  const text = statementOf(tables)
  const name = statementName(text)
  const read = readInBatches(async (ids: string[]) => {
    const { run } = (await sqlRunner({ payload })) as SqlRunner
    const rows = await run(text, [ids], name)
    return new Map(rows.map((row) => [String(row.id), digested(String(row.rows))]))
  })
  return (id) => read(String(id))
}

const digested = (rows: string): string => createHash('sha256').update(rows).digest('base64')

const statementOf = ({ main, parts }: Tables): string => {
  const lists = parts.map(
    ({ order, parent, table }) =>
      `(SELECT json_agg(p ORDER BY p."${order}") FROM "${table}" p WHERE p."${parent}" = t."id")`,
  )
  const all = ['row_to_json(t)', ...lists].join(', ')
  return `SELECT t."id"::text AS id, json_build_array(${all})::text AS rows FROM "${main}" t
    WHERE t."id" = ANY($1)`
}

/** Within the process, where several statements cost no more than one. */
const readInTurn = async (
  payload: BasePayload,
  { main, parts }: Tables,
  id: number | string,
): Promise<null | string> => {
  const { run } = (await sqlRunner({ payload })) as SqlRunner
  const found = [await run(`SELECT * FROM "${main}" WHERE "id" = $1`, [id])]
  if (found[0]?.length === 0) return null
  for (const { order, parent, table } of parts)
    found.push(
      await run(`SELECT * FROM "${table}" WHERE "${parent}" = $1 ORDER BY "${order}"`, [id]),
    )
  return digested(JSON.stringify(found))
}

const describe = (payload: BasePayload, slug: string): Tables | null => {
  const adapter = payload.db as unknown as SqlAdapter
  const config = payload.collections[slug as 'users']?.config
  const snake = slug.replaceAll('-', '_')
  const main = adapter.tableNameMap?.get(snake) ?? snake
  if (!config || !adapter.tables?.[main]) return null
  const parts: Part[] = []
  for (const field of config.flattenedFields) {
    const part = partOf(field, main)
    if (part === null || (part && !adapter.tables[part.table])) return null
    if (part) parts.push(part)
  }
  return { main, parts }
}

/** The table that a field has beside the main one, if any; `null` for what is more than that. */
const partOf = (field: FlattenedField, main: string): null | Part | undefined => {
  const isMany = 'hasMany' in field && Boolean(field.hasMany)
  if ('localized' in field && field.localized) return null
  // What is read from nowhere is in no row.
  if ('virtual' in field && field.virtual) return field.virtual === true ? undefined : null
  if (field.type === 'select' && isMany)
    return { table: `${main}_${field.name}`, parent: 'parent_id', order: 'order' }
  if (field.type === 'array' && field.flattenedFields.every(isPlain))
    return { table: `${main}_${field.name}`, parent: '_parent_id', order: '_order' }
  if (field.type === 'group') return field.flattenedFields.every(isPlain) ? undefined : null
  return isPlain(field) ? undefined : null
}

const isPlain = (field: FlattenedField): boolean =>
  !['array', 'blocks', 'group', 'join', 'point', 'tab'].includes(field.type) &&
  !('hasMany' in field && field.hasMany) &&
  !('localized' in field && field.localized) &&
  !('virtual' in field && field.virtual) &&
  !('relationTo' in field && Array.isArray(field.relationTo))
