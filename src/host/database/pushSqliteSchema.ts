import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { SqliteClient } from './sqliteClient'

type Pushed = { apply: () => Promise<void>; statementsToExecute?: string[] }
type Kit = { pushSchema: (...args: never[]) => Promise<Pushed> }

/**
 * Makes schema push survive the rebuilding of a table. Drizzle creates the indexes of such a table
 * twice, which ends the start, and enforces foreign keys again after the first one, so that
 * rebuilding the second deletes what refers to it. Here all of it happens in one transaction,
 * whose COMMIT checks the foreign keys, or not at all.
 */
export const pushSqliteSchema = (adapter: SQLiteAdapter): void => {
  const requireKit = adapter.requireDrizzleKit.bind(adapter) as () => Kit
  const requireOurs = (): Kit => {
    const kit = requireKit()
    const pushSchema: Kit['pushSchema'] = async (...args) => {
      const pushed = await kit.pushSchema(...args)
      const statements = (pushed.statementsToExecute ?? []).flatMap(safeStatement)
      const apply = async () => {
        if (statements.length > 0) await (adapter.client as SqliteClient).migrate(statements)
      }
      return { ...pushed, apply }
    }
    return { ...kit, pushSchema }
  }
  Object.assign(adapter, { requireDrizzleKit: requireOurs })
}

const safeStatement = (statement: string): string[] =>
  /^\s*PRAGMA foreign_keys/i.test(statement)
    ? []
    : [statement.replace(/^(\s*CREATE (?:UNIQUE )?INDEX) /i, '$1 IF NOT EXISTS ')]
