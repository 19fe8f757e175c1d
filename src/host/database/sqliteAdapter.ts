import { sqliteAdapter, type SQLiteAdapter, type SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { type MigratableAdapter, migrateOnConnect, migratesOnConnect } from './migrateOnConnect'
import { pushSqliteSchema } from './pushSqliteSchema'
import { createSqliteClient, type SqliteClient, type SqliteClientOptions } from './sqliteClient'
import { sqlitePath } from './sqlitePath'
import { strictTransactions } from '../../database/strictTransactions'

const MIGRATION_COMMANDS = [
  'migrate',
  'migrateDown',
  'migrateFresh',
  'migrateRefresh',
  'migrateReset',
] as const

/**
 * Payload's SQLite adapter, with a client of our own that never reports a write as stored that is not.
 *
 * Takes the arguments of `sqliteAdapter`, with these differences: transactions are always on, so is WAL
 * (`synchronous` defaults to `NORMAL`), `busyTimeout` (milliseconds, default 10,000) is how long a write
 * waits for other processes, and with `push: false` the `prodMigrations` run whatever NODE_ENV is.
 *
 * @param limits milliseconds that a write waits within this process, and that a transaction may be idle
 * @throws when the URL is not a local file, or asks for a replica or for encryption
 */
export function safeSqliteAdapter(
  args: SQLiteAdapterArgs,
  limits: Pick<SqliteClientOptions, 'idleTransactionMs' | 'queueTimeoutMs'> = {},
): DatabaseAdapterObj<SQLiteAdapter> {
  const clientOptions = { ...toClientOptions(args), ...limits }
  // Left to the stock adapter, the migrations would run in production only, and without a lock.
  const { prodMigrations, ...rest } = args
  const base = sqliteAdapter({
    ...rest,
    transactionOptions: args.transactionOptions || {},
    wal: false,
  })
  return {
    ...base,
    init: (context) => {
      const adapter = base.init(context)
      strictTransactions(adapter as never)
      pushSqliteSchema(adapter)
      ownConnections(adapter, clientOptions, async (hotReload) => {
        if (!prodMigrations || !migratesOnConnect(args.push, hotReload)) return
        await (adapter.client as SqliteClient).migrating(() =>
          migrateOnConnect(adapter as unknown as MigratableAdapter, prodMigrations),
        )
      })
      return adapter
    },
  }
}

/** Opens our client on connecting, and closes it on `payload.destroy()`, which the stock adapter forgets. */
function ownConnections(
  adapter: SQLiteAdapter,
  options: SqliteClientOptions,
  afterConnect: (hotReload?: boolean) => Promise<void>,
): void {
  const { connect, destroy } = adapter
  const close = async (): Promise<void> => {
    adapter.client?.close()
    adapter.client = undefined as never
    await destroy?.call(adapter)
  }
  adapter.connect = async (connectOptions) => {
    // Payload rejects this promise on failure, and nobody may be listening to it.
    adapter.initializing.catch(() => {})
    adapter.client ??= await createSqliteClient(options)
    try {
      await connect?.call(adapter, connectOptions)
      await afterConnect(connectOptions?.hotReload)
    } catch (error) {
      await close()
      throw error
    }
  }
  adapter.destroy = close
  // A migration command rebuilds tables; see `migrating` for why it must not run like other writes.
  for (const command of MIGRATION_COMMANDS) {
    const run = adapter[command] as (args: unknown) => Promise<void>
    const safely = (commandArgs: unknown): Promise<void> =>
      (adapter.client as SqliteClient).migrating(() => run.call(adapter, commandArgs))
    Object.assign(adapter, { [command]: safely })
  }
}

function toClientOptions({ busyTimeout, client, wal }: SQLiteAdapterArgs): SqliteClientOptions {
  sqlitePath(client.url)
  if (client.syncUrl || client.encryptionKey) {
    throw new Error(
      'The SQLite adapter supports neither replicas (syncUrl) nor encryption (encryptionKey)',
    )
  }
  const { journalSizeLimit, synchronous } = typeof wal === 'object' ? wal : {}
  return { url: client.url, busyTimeoutMs: busyTimeout || undefined, journalSizeLimit, synchronous }
}
