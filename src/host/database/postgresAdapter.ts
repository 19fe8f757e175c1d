import { postgresAdapter, type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import { type MigratableAdapter, migrateOnConnect, migratesOnConnect } from './migrateOnConnect'
import { strictTransactions } from '../../database/strictTransactions'

type Query = (...args: unknown[]) => Promise<unknown> | undefined

interface PooledClient {
  connection?: { stream: { destroy: () => void } }
  query: unknown
  release: (error: Error) => void
}

type PostgresAdapterArgs = Parameters<typeof postgresAdapter>[0]

/** Any fixed number: every process that migrates this database must ask for the same lock. */
const MIGRATION_LOCK = 7_224_583_117

/** In milliseconds; the URI may have others, e.g. `?query_timeout=60000`. */
const limits = {
  /** For a new connection, or for one of the pool to become free. */
  connectionTimeoutMillis: 10_000,
  /** For a statement. */
  query_timeout: 30_000,
  /** A transaction that its process has forgotten must not lock others out for ever. */
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
}

/** Migrations take the time they need: the longest that a timer knows. */
const NO_HURRY_MS = 2_147_483_647

const run = async (tx: unknown, query: ReturnType<typeof sql>): Promise<void> => {
  await (tx as PostgresAdapter['drizzle']).execute(query)
}

/**
 * Payload's Postgres adapter, where a COMMIT that keeps nothing is an error, a lost connection does not end
 * the process, nothing waits for ever on a server that hangs, `payload.destroy()` closes the pool and, with
 * `push: false`, the `prodMigrations` run whatever NODE_ENV is. Takes the arguments of `postgresAdapter`.
 */
export function safePostgresAdapter(
  args: PostgresAdapterArgs,
): DatabaseAdapterObj<PostgresAdapter> {
  // Left to the stock adapter, the migrations would run in production only, and without a lock.
  const { prodMigrations, ...rest } = args
  const pool = { ...limits, ...args.pool }
  const base = postgresAdapter({ ...rest, pool, transactionOptions: args.transactionOptions || {} })
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
  let migrating = true
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
      adapter.pool ??= await openPool(adapter, () => migrating)
      await connect?.call(adapter, options)
      await afterConnect(options?.hotReload)
      migrating = process.env['PAYLOAD_MIGRATING'] === 'true'
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
async function openPool(
  adapter: PostgresAdapter,
  isMigrating: () => boolean,
): Promise<PostgresAdapter['pool']> {
  const pool = new adapter.pg.Pool(adapter.poolOptions)
  const warn = (err: Error): void =>
    adapter.payload.logger.warn({ err, msg: 'A connection to Postgres was lost' })
  // The pool reports for idle clients only; one in use has to be listened to as well.
  pool.on('error', warn)
  pool.on('connect', (client) => {
    client.on('error', warn)
    watchQueries(client, isMigrating)
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

/**
 * A connection that let a statement's time pass will not answer the next one either, and is closed.
 * Drizzle never gives a client back whose BEGIN failed: after ten of them the pool would be empty for good.
 */
function watchQueries(client: PooledClient, isMigrating: () => boolean): void {
  const query = (client.query as Query).bind(client)
  const watched: Query = (first, ...rest) => {
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    const calm = isPlain(first) && isMigrating() ? { ...first, query_timeout: NO_HURRY_MS } : first
    const result = query(calm, ...rest)
    result?.catch((error: Error) => {
      if (error.message === 'Query read timeout') client.connection?.stream.destroy()
      if (/^begin\b/i.test(text ?? '')) client.release(error)
    })
    return result
  }
  client.query = watched
}

/** A statement as text and values, not an object that the driver runs as it is. */
const isPlain = (query: unknown): query is object =>
  typeof query === 'object' && query !== null && !('submit' in query)
