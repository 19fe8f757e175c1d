import { type SQLiteAdapterArgs, sql } from '@payloadcms/db-sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  BasePayload,
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  type DatabaseAdapterObj,
} from 'payload'
import { safeSqliteAdapter } from '../../../src/host/database/sqliteAdapter'

type Migration = NonNullable<SQLiteAdapterArgs['prodMigrations']>[number]

const STATEMENTS = [
  'CREATE TABLE topics (id text PRIMARY KEY)',
  `CREATE TABLE notes (id text PRIMARY KEY, title text UNIQUE, updated_at text NOT NULL, created_at text NOT NULL,
    topic text REFERENCES topics(id) DEFERRABLE INITIALLY DEFERRED)`,
  'CREATE TABLE payload_migrations (id text PRIMARY KEY, name text, batch numeric, updated_at text, created_at text)',
]

/** The tables of `notes`. A note's topic is checked only at COMMIT, which so can be made to fail. */
export const createNotes: Migration = {
  name: '20250101_000000_notes',
  up: async ({ db }) => {
    for (const statement of STATEMENTS) await db.run(sql.raw(statement))
  },
  down: async () => {},
}

/** Not one of the host app's collections, which the generated types know. */
export const notesSlug = 'notes' as CollectionSlug

export const notes = (hooks: CollectionConfig['hooks'] = {}): CollectionConfig => ({
  slug: 'notes',
  fields: [
    { name: 'title', type: 'text', unique: true },
    { name: 'topic', type: 'text' },
  ],
  hooks,
  lockDocuments: false,
})

/** Starts Payload with one collection and nothing else. */
export async function startPayload(
  db: DatabaseAdapterObj,
  collection = notes(),
): Promise<BasePayload> {
  const config = buildConfig({
    collections: [collection],
    db,
    logger: { options: { level: 'silent' } },
    secret: 'only-for-tests',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  return new BasePayload().init({ config })
}

export const sqliteFor = (
  directory: string,
  args: Partial<SQLiteAdapterArgs> = {},
  limits: Parameters<typeof safeSqliteAdapter>[1] = {},
): DatabaseAdapterObj =>
  safeSqliteAdapter(
    {
      client: { url: `file:${path.join(directory, 'notes.db')}` },
      idType: 'uuidv7',
      prodMigrations: [createNotes],
      push: false,
      ...args,
    },
    limits,
  )

/** A folder of its own for each test file, and how to remove it. */
export function temporaryDirectory(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'payload-channel-db-'))
  return { directory, remove: () => rmSync(directory, { force: true, recursive: true }) }
}
