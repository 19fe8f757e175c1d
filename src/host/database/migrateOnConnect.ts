import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { TransactionalAdapter } from '../../database/strictTransactions'

/** One entry of Payload's `prodMigrations`, whatever the database. */
export interface RunnableMigration {
  name: string
  up: (args: never) => Promise<void>
}

/** A Payload SQL adapter whose transactions are strict. */
export interface MigratableAdapter extends TransactionalAdapter {
  execute: (args: { db: unknown; raw: string }) => PromiseLike<{ rows: unknown[] }>
  name: string
  payload: Payload
  schemaName?: string
}

interface AppliedMigration {
  batch?: number | null
  name?: string | null
}

/**
 * Whether connecting should migrate. Payload itself does so in production only, and a developer's or a
 * test's database then differs from the real one. Its `migrate` command does the work on its own.
 */
export function migratesOnConnect(
  push: boolean | undefined,
  hotReload: boolean | undefined,
): boolean {
  if (process.env['PAYLOAD_MIGRATING'] === 'true' || hotReload) return false
  return push === false || process.env['NODE_ENV'] === 'production'
}

/**
 * Applies the migrations that the database does not have yet, in their order, each in a transaction.
 *
 * Several processes may do this at once: each looks again inside the transaction, which excludes the
 * others (BEGIN IMMEDIATE on SQLite; `lock` on Postgres) and which a process that dies gives up by itself.
 *
 * @param lock takes the lock, in the transaction, where beginning one is not enough
 * @throws with the name of the migration that failed; what it did is rolled back
 */
export async function migrateOnConnect(
  adapter: MigratableAdapter,
  migrations: RunnableMigration[],
  lock: (tx: unknown) => Promise<void> = async () => {},
): Promise<void> {
  const req = await createLocalReq({}, adapter.payload)
  const applied = namesOf(await appliedMigrations(adapter, adapter.drizzle, req))
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue
    await applyOnce(adapter, migration, lock).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`Migration ${migration.name} failed and was rolled back: ${reason}`, {
        cause,
      })
    })
  }
}

async function applyOnce(
  adapter: MigratableAdapter,
  migration: RunnableMigration,
  lock: (tx: unknown) => Promise<void>,
): Promise<void> {
  const { payload } = adapter
  const req = await createLocalReq({}, payload)
  // Weaker isolation than usual on purpose: what others did while this one waited must be visible.
  const id = await adapter.beginTransaction({ isolationLevel: 'read committed' } as never)
  try {
    req.transactionID = id as number | string
    const db = adapter.sessions[String(id)]?.db
    await lock(db)
    const before = await appliedMigrations(adapter, db, req)
    if (!namesOf(before).has(migration.name)) {
      payload.logger.info({ msg: `Migrating: ${migration.name}` })
      await migration.up({ db, payload, req } as never)
      const batch = Math.max(0, ...before.map((row) => Number(row.batch ?? 0))) + 1
      await payload.create({
        collection: 'payload-migrations',
        data: { name: migration.name, batch },
        req,
      })
    }
    await adapter.commitTransaction(id)
  } catch (error) {
    // Rolling back may fail as well, on a lost connection; the first error is the one to report.
    await adapter.rollbackTransaction(id).catch(() => {})
    throw error
  }
}

async function appliedMigrations(
  adapter: MigratableAdapter,
  db: unknown,
  req: PayloadRequest,
): Promise<AppliedMigration[]> {
  const { rows } = await adapter.execute({ db, raw: tableExistsQuery(adapter) })
  if (rows.length === 0) return []
  const collection = 'payload-migrations'
  const { docs } = await adapter.payload.find({
    collection,
    depth: 0,
    limit: 0,
    pagination: false,
    req,
  })
  if (docs.some((doc) => doc.batch === -1)) {
    throw new Error(
      'This database was changed by schema push (development mode) and cannot be migrated. ' +
        'Use a new database, or remove the row with batch -1 from payload_migrations if its schema is known to be right.',
    )
  }
  return docs
}

function tableExistsQuery({ name, schemaName }: MigratableAdapter): string {
  return name === 'sqlite'
    ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'"
    : `SELECT 1 FROM pg_tables WHERE schemaname = '${schemaName ?? 'public'}' AND tablename = 'payload_migrations'`
}

const namesOf = (applied: AppliedMigration[]): Set<string> =>
  new Set(applied.map((row) => row.name ?? ''))
