import type { BasePayload, FlattenedField } from 'payload'

/** A column with the field that it holds. */
export type PlainColumn = {
  /** `['limits', 'users']` for a field of a group. */
  path: string[]
  name: string
  /** The SQL type, as in `CREATE TABLE`. */
  sqlType: string
  fieldType: FlattenedField['type'] | 'id'
}

/** A collection that lies in one SQL table: a document is a row. */
export type PlainTable = { name: string; columns: PlainColumn[]; byPath: Map<string, PlainColumn> }

type DrizzleColumn = { name: string; getSQLType: () => string }
type SqlAdapter = {
  tables?: Record<string, Record<string, DrizzleColumn>>
  tableNameMap: Map<string, string>
}

const known = new WeakMap<object, Map<string, PlainTable | null>>()

/**
 * The table of a collection whose documents are plain rows, or `null`: no SQL, or fields (of the
 * plugin or of the host) that live in tables of their own, such as arrays and has-many.
 */
export const plainTable = (payload: BasePayload, slug: string): PlainTable | null => {
  const tables = known.get(payload.db) ?? new Map<string, PlainTable | null>()
  known.set(payload.db, tables)
  const found = tables.get(slug)
  if (found !== undefined) return found
  const table = describe(payload, slug)
  tables.set(slug, table)
  return table
}

const describe = (payload: BasePayload, slug: string): PlainTable | null => {
  const adapter = payload.db as unknown as SqlAdapter
  const config = payload.collections[slug as 'users']?.config
  const snake = slug.replaceAll('-', '_')
  const name = adapter.tableNameMap?.get(snake) ?? snake
  const table = adapter.tables?.[name]
  if (!table || !config) return null
  const fields = leaves(config.flattenedFields, [])
  if (!fields) return null
  const columns: PlainColumn[] = []
  for (const { path, type } of [{ path: ['id'], type: 'id' as const }, ...fields]) {
    const column = table[path.join('_')]
    if (!column) return null
    columns.push({ path, name: column.name, sqlType: column.getSQLType(), fieldType: type })
  }
  return {
    name,
    columns,
    byPath: new Map(columns.map((column) => [column.path.join('.'), column])),
  }
}

type Leaf = { path: string[]; type: FlattenedField['type'] }

const leaves = (fields: FlattenedField[], parents: string[]): Leaf[] | null => {
  const found: Leaf[] = []
  for (const field of fields) {
    if (field.type === 'join' || ('virtual' in field && field.virtual)) continue
    const path = [...parents, field.name]
    if (field.type === 'group') {
      const inner = leaves(field.flattenedFields, path)
      if (!inner) return null
      found.push(...inner)
    } else if (isSpread(field)) return null
    else if (field.name !== 'id') found.push({ path, type: field.type })
  }
  return found
}

/** Whether a field takes more than one column of its collection's table. */
const isSpread = (field: FlattenedField): boolean =>
  field.type === 'array' ||
  field.type === 'blocks' ||
  field.type === 'point' ||
  field.type === 'tab' ||
  ('hasMany' in field && Boolean(field.hasMany)) ||
  ('localized' in field && Boolean(field.localized)) ||
  ('relationTo' in field && Array.isArray(field.relationTo))
