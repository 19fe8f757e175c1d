import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BasePayload } from 'payload'

import { databaseAdapter } from '../../../src/host/database/databaseAdapter'
import type { RunnableMigration } from '../../../src/host/database/migrateOnConnect'
import { migrations as forPostgres } from '../../../src/migrations/postgres'
import { migrations as forSqlite } from '../../../src/migrations/sqlite'
import { startPostgres, type TestPostgres } from '../../support/startPostgres'
import { startTestApp } from '../../support/startTestApp'
import { notes, startPayload, temporaryDirectory } from './notesPayload'

const { directory, remove } = temporaryDirectory()
let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres()
}, 30_000)
afterAll(async () => {
  remove()
  await postgres?.stop()
}, 30_000)

type Engine = 'postgres' | 'sqlite'
/** A function is no column: `enableRLS`. */
type Column = { name: string } | ((...args: unknown[]) => unknown)
type Sql = {
  drizzle: object
  execute: (query: {
    db: object
    raw: string
  }) => Promise<{ rows: { name: string; table: string }[] }>
  tables: Record<string, Record<string, Column>>
}

const migrations = { postgres: forPostgres, sqlite: forSqlite } as unknown as Record<
  Engine,
  RunnableMigration[]
>

const uriOf: Record<Engine, (name: string) => string> = {
  postgres: (name) => postgres.uri(name),
  sqlite: (name) => `file:${directory}/${name}.db`,
}

const columnsQuery: Record<Engine, string> = {
  postgres:
    'SELECT table_name AS "table", column_name AS name FROM information_schema.columns WHERE table_schema = \'public\'',
  sqlite:
    "SELECT m.name AS 'table', c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
}

/** Runs the first few migrations and leaves the database. */
const migrateTo = async (engine: Engine, uri: string, count: number): Promise<void> => {
  const some = async () => migrations[engine].slice(0, count)
  const adapter = await databaseAdapter({
    uri,
    dataDir: directory,
    migrations: { postgres: some, sqlite: some },
  })
  await (await startPayload(adapter, notes())).destroy()
}

const columnsOf = async (engine: Engine, { db }: BasePayload): Promise<string[]> => {
  const sql = db as unknown as Sql
  const { rows } = await sql.execute({ db: sql.drizzle, raw: columnsQuery[engine] })
  return rows.map(({ name, table }) => `${table}.${name}`).sort()
}

/** What the config wants, by its own tables. */
const wantedBy = ({ db }: BasePayload): string[] =>
  Object.entries((db as unknown as Sql).tables).flatMap(([table, columns]) =>
    Object.values(columns).flatMap((column) =>
      typeof column === 'object' ? [`${table}.${column.name}`] : [],
    ),
  )

const cases = (['sqlite', 'postgres'] as const).flatMap((engine) =>
  [...migrations[engine].keys(), migrations[engine].length].map(
    (count) => [engine, count] as const,
  ),
)

describe('migrations', () => {
  it.each(cases)(
    'bring %s from the state after %i of them to what the config wants',
    async (engine, count) => {
      const uri = uriOf[engine](`after_${count}`)
      if (count > 0) await migrateTo(engine, uri, count)
      const app = await startTestApp({}, { DATABASE_URI: uri })
      const there = await columnsOf(engine, app.payload)
      const wanted = wantedBy(app.payload)
      await app.stop()
      expect(wanted.length).toBeGreaterThan(100)
      expect(there).toEqual(expect.arrayContaining(wanted))
    },
    60_000,
  )
})
