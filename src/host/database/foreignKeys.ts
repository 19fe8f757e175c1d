import type { SqliteConnection } from './sqliteConnection'

/** How many references point to nothing, by table. */
export function brokenReferences(connection: SqliteConnection): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of connection.execute('PRAGMA foreign_key_check').rows) {
    const table = String(row['table'])
    counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  return counts
}

/** @throws when a table has more broken references than in `known`, the state before a migration */
export function assertNoneBroken(connection: SqliteConnection, known: Map<string, number>): void {
  const broken = [...brokenReferences(connection)].filter(
    ([table, count]) => count > (known.get(table) ?? 0),
  )
  if (broken.length === 0) return
  const tables = broken.map(([table]) => table).join(', ')
  throw Object.assign(
    new Error(
      `FOREIGN KEY constraint failed: rows in ${tables} would refer to rows that no longer exist`,
    ),
    { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' },
  )
}
