import { postgresAdapter, type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import { type MigratableAdapter, migrateOnConnect, migratesOnConnect } from './migrateOnConnect'
import { strictTransactions } from './strictTransactions'

type Query = (...args: unknown[]) => Promise<unknown> | undefined

interface PooledClient {
  query: unknown
  release: (error: Error) => void
}

type PostgresAdapterArgs = Parameters<typeof postgresAdapter>[0]

/** Any fixed number: every process that migrates this database must ask for the same lock. */
const MIGRATION_LOCK = 7_224_583_117

const run = async (tx: unknown, query: ReturnType<typeof sql>): Promise<void> => {
  await (tx as PostgresAdapter['drizzle']).execute(query)
}

/**
 * Payload's Postgres adapter, where a COMMIT that keeps nothing is an error, a lost connection does not end
 * the process, `payload.destroy()` closes the pool and, with `push: false`, the `prodMigrations` run
 * whatever NODE_ENV is. Takes the arguments of `postgresAdapter`.
 */
export function safePostgresAdapter(
  args: PostgresAdapterArgs,
): DatabaseAdapterObj<PostgresAdapter> {
  // Left to the stock adapter, the migrations would run in production only, and without a lock.
  const { prodMigrations, ...rest } = args
  const base = postgresAdapter({ ...rest, transactionOptions: args.transactionOptions || {} })
  return {
    ...base,
    init: (context) => {
      const adapter = base.init(context)
      // Postgres answers COMMIT after an error with a silent ROLLBACK; any statement before it does fail.
      strictTransactions(adapter as never, (tx) => run(tx, sql`SELECT 1`))
      ownPool(adapter, async (hotReload) => {
        if (!prodMigrations || !migratesOnConnect(args.push, hotReload)) return
        await migrateOnConnect(adapter as unknown as MigratableAdapter, prodMigrations, (tx) =>
          run(tx, sql`SELECT pg_advisory_xact_lock(${sql.raw(String(MIGRATION_LOCK))})`),
        )
      })
      return adapter
    },
  }
}

function ownPool(
  adapter: PostgresAdapter,
  afterConnect: (hotReload?: boolean) => Promise<void>,
): void {
  const { connect, destroy } = adapter
  const close = async (): Promise<void> => {
    const { pool } = adapter
    adapter.pool = undefined as never
    await destroy?.call(adapter)
    await pool?.end()
  }
  adapter.connect = async (options) => {
    // Payload rejects this promise on failure, and nobody may be listening to it.
    adapter.initializing.catch(() => {})
    try {
      adapter.pool ??= await openPool(adapter)
      await connect?.call(adapter, options)
      await afterConnect(options?.hotReload)
    } catch (error) {
      await close()
      throw error
    }
  }
  adapter.destroy = close
}

/**
 * The stock adapter keeps one client of its pool for ever, which makes the pool impossible to close, and
 * does not listen to errors of its clients, which then end the process when the server restarts.
 */
async function openPool(adapter: PostgresAdapter): Promise<PostgresAdapter['pool']> {
  const pool = new adapter.pg.Pool(adapter.poolOptions)
  const warn = (err: Error): void =>
    adapter.payload.logger.warn({ err, msg: 'A connection to Postgres was lost' })
  // The pool reports for idle clients only; one in use has to be listened to as well.
  pool.on('error', warn)
  pool.on('connect', (client) => {
    client.on('error', warn)
    releaseAfterFailedBegin(client)
  })
  const probe = async (): Promise<void> => (await pool.connect()).release()
  try {
    await probe().catch(async (error: unknown) => {
      if ((error as { code?: string }).code !== '3D000' || adapter.disableCreateDatabase)
        throw error
      // Another process may create it first; the second probe decides.
      await adapter.createDatabase()
      await probe()
    })
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Drizzle never gives a client back whose BEGIN failed: after ten of them the pool would be empty for good. */
function releaseAfterFailedBegin(client: PooledClient): void {
  const query = (client.query as Query).bind(client)
  const watched: Query = (...args) => {
    const result = query(...args)
    const text =
      typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string } | undefined)?.text
    if (/^begin\b/i.test(text ?? '')) result?.catch((error: Error) => client.release(error))
    return result
  }
  client.query = watched
}
