import type { SQLiteAdapter, SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

import { safeSqliteAdapter } from '../host/database/sqliteAdapter'

/**
 * Payload's SQLite adapter, which loses no write: takes the arguments of `sqliteAdapter` from
 * `@payloadcms/db-sqlite` (`push`, `idType`, `migrationDir`, `prodMigrations` …). Transactions and
 * WAL are always on. Needs a local file.
 * @example
 * import { sqliteAdapter } from 'payload-channel/sqlite'
 * buildConfig({ db: sqliteAdapter({ client: { url: 'file:./app.db' } }), … })
 */
export const sqliteAdapter = (args: SQLiteAdapterArgs): DatabaseAdapterObj<SQLiteAdapter> =>
  safeSqliteAdapter(args)
