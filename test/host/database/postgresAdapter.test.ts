import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import type { BasePayload, CollectionConfig } from 'payload'
import { Client } from 'pg'
import { safePostgresAdapter } from '../../../src/host/database/postgresAdapter'
import { startPostgres, type TestPostgres } from '../../support/startPostgres'
import { notes, notesSlug, startPayload } from './notesPayload'

type Args = Parameters<typeof safePostgresAdapter>[0]

const running: BasePayload[] = []
let server: TestPostgres

const createNotes = {
  name: '20250101_000000_notes',
  up: async ({ db }: { db: { execute: (query: unknown) => Promise<unknown> } }) => {
    const times = 'updated_at timestamptz(3) DEFAULT now(), created_at timestamptz(3) DEFAULT now()'
    for (const statement of [
      'CREATE TABLE topics (id varchar PRIMARY KEY)',
      `CREATE TABLE notes (id uuid PRIMARY KEY, title varchar UNIQUE, ${times},
        topic varchar REFERENCES topics(id) DEFERRABLE INITIALLY DEFERRED)`,
      `CREATE TABLE payload_migrations (id uuid PRIMARY KEY, name varchar, batch numeric, ${times})`,
    ]) {
      await db.execute(sql.raw(statement))
    }
  },
  down: async () => {},
}

const start = async (
  database: string,
  hooks: CollectionConfig['hooks'] = {},
): Promise<BasePayload> => {
  const adapter = safePostgresAdapter({
    idType: 'uuidv7',
    pool: { connectionString: server.uri(database) },
    prodMigrations: [createNotes] as unknown as NonNullable<Args['prodMigrations']>,
    push: false,
  })
  const payload = await startPayload(adapter, notes(hooks))
  running.push(payload)
  return payload
}
const create = (payload: BasePayload, title: string, rest: Record<string, unknown> = {}) =>
  payload.create({ collection: notesSlug, data: { title, ...rest } as never })
const stored = async (payload: BasePayload): Promise<unknown[]> =>
  (await payload.find({ collection: notesSlug, pagination: false, sort: 'title' })).docs.map(
    (doc) => (doc as { title?: string }).title,
  )

beforeAll(async () => {
  server = await startPostgres()
}, 30_000)
afterEach(async () => {
  await Promise.all(running.splice(0).map((payload) => payload.destroy()))
})
afterAll(async () => {
  await server.stop()
}, 30_000)

describe('safePostgresAdapter', () => {
  it('stores every one of 100 documents created at the same time, under IDs that sort by time', async () => {
    const payload = await start('parallel')
    const docs = await Promise.all(
      Array.from({ length: 100 }, (_, n) => create(payload, `note ${n}`)),
    )
    expect(await stored(payload)).toHaveLength(100)
    for (const { id } of docs) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  }, 20_000)

  it('tells the caller when a COMMIT fails, and stores what comes after', async () => {
    const payload = await start('commit')
    await expect(create(payload, 'lost', { topic: 'no such topic' })).rejects.toThrow(
      /commit|foreign key/i,
    )
    await create(payload, 'later')
    expect(await stored(payload)).toEqual(['later'])
  })

  it('tells the caller when a statement that failed silently has cost the whole transaction', async () => {
    const afterChange = async ({
      req,
    }: {
      req: { payload: BasePayload; transactionID: string }
    }) => {
      const { sessions } = req.payload.db as unknown as {
        sessions: Record<string, { db: { execute: (q: unknown) => Promise<unknown> } }>
      }
      await sessions[req.transactionID]?.db.execute(sql`SELECT 1 / 0`).catch(() => {})
    }
    const payload = await start('silent', { afterChange: [afterChange as never] })
    await expect(create(payload, 'lost')).rejects.toThrow()
    expect(await stored(payload)).toEqual([])
  })

  it('creates a missing database and migrates it once when several start at the same time', async () => {
    const starts = await Promise.all([start('together'), start('together'), start('together')])
    await Promise.all(starts.map((payload, n) => create(payload, `note ${n}`)))
    const [first] = starts
    expect(await stored(first)).toHaveLength(3)
    expect((await first?.find({ collection: 'payload-migrations' }))?.totalDocs).toBe(1)
  })

  it('gives every connection back whose transaction could not begin', async () => {
    const payload = await start('begin')
    const impossible = { isolationLevel: 'no such level' } as never
    for (let n = 0; n < 12; n += 1) {
      await expect(payload.db.beginTransaction(impossible)).rejects.toThrow('begin')
    }
    await create(payload, 'later')
    expect(await stored(payload)).toEqual(['later'])
  })

  it('lives on when the server ends its connections, and closes all of them in the end', async () => {
    const payload = await start('restart')
    const operator = new Client({ connectionString: server.uri('postgres') })
    await operator.connect()
    const connections = "FROM pg_stat_activity WHERE datname = 'restart'"
    // Leaves idle connections beside the one in use.
    await Promise.all([create(payload, 'a'), create(payload, 'b')])
    const open = (await payload.db.beginTransaction()) as string
    const req = { transactionID: open } as never
    await payload.create({ collection: notesSlug, data: { title: 'lost' } as never, req })
    await operator.query(`SELECT pg_terminate_backend(pid) ${connections}`)
    await expect(payload.db.commitTransaction(open)).rejects.toThrow()
    // An idle connection is only known to be lost when its socket says so; the next query may be faster.
    while (!(await create(payload, 'kept').catch(() => undefined)));
    expect(await stored(payload)).toEqual(['a', 'b', 'kept'])
    await payload.destroy()
    running.splice(0)
    while ((await operator.query(`SELECT pid ${connections}`)).rows.length > 0);
    await operator.end()
  })
})
