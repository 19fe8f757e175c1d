import type { BasePayload } from 'payload'

export type Column = { key: string; name: string; type: string }
export type Table = { name: string; columns: Column[] }

type DrizzleColumn = { name: string; getSQLType: () => string }
type SqlAdapter = {
  tables: Record<string, Record<string, DrizzleColumn>>
  tableNameMap: Map<string, string>
}

const cache = new WeakMap<object, Map<string, Table>>()

/** The SQL table behind a collection; `key` is the field's name, groups joined with `_`. */
export const tableOf = (payload: BasePayload, slug: string): Table => {
  const adapter = payload.db as unknown as SqlAdapter
  const tables = cache.get(adapter) ?? new Map<string, Table>()
  cache.set(adapter, tables)
  const known = tables.get(slug)
  if (known) return known
  const name = adapter.tableNameMap.get(slug.replaceAll('-', '_')) ?? slug.replaceAll('-', '_')
  const columns = Object.entries(adapter.tables[name] ?? {}).flatMap(([key, column]) =>
    typeof column?.getSQLType === 'function'
      ? [{ key, name: column.name, type: column.getSQLType() }]
      : [],
  )
  const table = { name, columns }
  tables.set(slug, table)
  return table
}
