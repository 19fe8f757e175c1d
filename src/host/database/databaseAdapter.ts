import type { SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DatabaseAdapterObj } from 'payload'
import type { RunnableMigration } from './migrateOnConnect'
import { ownerOnly } from './ownerOnly'
import { sqlitePath } from './sqlitePath'

type ProdMigrations = NonNullable<SQLiteAdapterArgs['prodMigrations']>

type LoadMigrations = () => Promise<RunnableMigration[]>

/** Where the data is, and how the two SQL databases get their tables. */
export interface DatabaseAdapterOptions {
  /** The value of DATABASE_URI; unset or empty means a SQLite file in `dataDir`. */
  uri?: string | undefined
  /** Connections of this process at most, where the database is a server; the driver's own by default. */
  poolSize?: number | undefined
  /** Folder of the default SQLite file; created where missing. */
  dataDir: string
  /** Loaded for the database in use only: each set brings its database's package along. */
  migrations: { postgres: LoadMigrations; sqlite: LoadMigrations }
}

/** Nothing waits for ever on a server that is away or hangs, in milliseconds. */
const limits = {
  connectTimeoutMS: 5_000,
  serverSelectionTimeoutMS: 5_000,
  socketTimeoutMS: 30_000,
  waitQueueTimeoutMS: 5_000,
}

const DEFAULT_FILE = 'payload-channel.db'

/**
 * The adapter for a DATABASE_URI. Only the one in need is loaded, which saves about 300 ms of start-up
 * and 15 MB on SQLite, more on MongoDB; hence the promise.
 *
 * IDs are UUID v7 on SQL (they sort by time), ObjectId on MongoDB.
 *
 * @throws when the scheme is not one of `file:`, `postgres://`, `postgresql://`, `mongodb://`, `mongodb+srv://`
 */
export async function databaseAdapter(
  options: DatabaseAdapterOptions,
): Promise<DatabaseAdapterObj> {
  const uri = options.uri || pathToFileURL(path.join(options.dataDir, DEFAULT_FILE)).href
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'file':
      return sqlite(uri, await options.migrations.sqlite())
    case 'postgres':
    case 'postgresql':
      return postgres(uri, options.poolSize, await options.migrations.postgres())
    case 'mongodb':
    case 'mongodb+srv': {
      const { safeMongodbAdapter } = await import('./mongodbAdapter')
      const { poolSize } = options
      const pool = poolSize === undefined ? {} : { maxPoolSize: poolSize }
      return safeMongodbAdapter({ url: uri, connectOptions: { ...limits, ...pool } })
    }
    default:
      // The URI may hold a password, and a wrong one anywhere in it: only the scheme is repeated.
      throw new Error(
        `DATABASE_URI has ${uri.includes('://') && scheme ? `the unknown scheme ${scheme}:` : 'no known scheme'}. ` +
          'Use file:, postgres://, postgresql://, mongodb:// or mongodb+srv://, or leave it unset for a SQLite file.',
      )
  }
}

async function sqlite(url: string, migrations: RunnableMigration[]): Promise<DatabaseAdapterObj> {
  const file = path.resolve(sqlitePath(url))
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  ownerOnly(file)
  const { safeSqliteAdapter } = await import('./sqliteAdapter')
  return safeSqliteAdapter({
    client: { url },
    idType: 'uuidv7',
    migrationDir: 'src/migrations/sqlite',
    prodMigrations: migrations as ProdMigrations,
    push: false,
  })
}

async function postgres(
  connectionString: string,
  poolSize: number | undefined,
  migrations: RunnableMigration[],
): Promise<DatabaseAdapterObj> {
  const { safePostgresAdapter } = await import('./postgresAdapter')
  return safePostgresAdapter({
    idType: 'uuidv7',
    migrationDir: 'src/migrations/postgres',
    pool: { connectionString, max: poolSize },
    prodMigrations: migrations as never,
    push: false,
  })
}
