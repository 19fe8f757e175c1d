import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-sqlite'
import path from 'node:path'
import type { BasePayload, CollectionConfig } from 'payload'
import { createSqliteClient } from '../../../src/host/database/sqliteClient'
import {
  createNotes,
  notes,
  notesSlug,
  sqliteFor,
  startPayload,
  temporaryDirectory,
} from './notesPayload'
import { collectGarbage, openDescriptors } from './openDescriptors'

type Hooks = CollectionConfig['hooks']

let directory: string
let remove: () => void
const running: BasePayload[] = []
const unhandled: unknown[] = []
const record = (reason: unknown): void => void unhandled.push(reason)

const start = async (
  hooks: Hooks = {},
  args: Parameters<typeof sqliteFor>[1] = {},
  limits: Parameters<typeof sqliteFor>[2] = {},
): Promise<BasePayload> => {
  const payload = await startPayload(sqliteFor(directory, args, limits), notes(hooks))
  running.push(payload)
  return payload
}
const create = (payload: BasePayload, title: string, rest: Record<string, unknown> = {}) =>
  payload.create({ collection: notesSlug, data: { title, ...rest } as never })

/** The titles in the file, as a process that starts now would see them. */
const stored = async (): Promise<unknown[]> => {
  const client = await createSqliteClient({ url: `file:${path.join(directory, 'notes.db')}` })
  const { rows } = await client.execute('SELECT title FROM notes ORDER BY title')
  client.close()
  return rows.map((row) => row['title'])
}

beforeEach(() => {
  ;({ directory, remove } = temporaryDirectory())
  process.on('unhandledRejection', record)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((payload) => payload.destroy()))
  process.off('unhandledRejection', record)
  remove()
  expect(unhandled.splice(0)).toEqual([])
})

describe('safeSqliteAdapter: writes', () => {
  it('stores every one of 200 documents created at the same time, under IDs that sort by time', async () => {
    const payload = await start()
    const docs = await Promise.all(
      Array.from({ length: 200 }, (_, n) => create(payload, `note ${n}`)),
    )
    expect(await stored()).toHaveLength(200)
    expect(new Set(docs.map((doc) => doc.id)).size).toBe(200)
    for (const { id } of docs) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
  })

  it('names the field when a value must be unique, and stores the rest', async () => {
    const payload = await start()
    await create(payload, 'taken')
    await expect(create(payload, 'taken')).rejects.toMatchObject({
      data: { errors: [{ path: 'title' }] },
    })
    await create(payload, 'yours')
    expect(await stored()).toEqual(['taken', 'yours'])
  })

  it('tells the caller when a COMMIT fails, stores nothing of it, and stores what comes after', async () => {
    const payload = await start()
    await expect(create(payload, 'lost', { topic: 'no such topic' })).rejects.toThrow(
      'FOREIGN KEY constraint failed',
    )
    await Promise.all([create(payload, 'first'), create(payload, 'second')])
    expect(await stored()).toEqual(['first', 'second'])
  })

  it('explains a nested write without `req`, and stores neither part', async () => {
    const afterChange = async ({
      doc,
      req,
    }: {
      doc: { title: string }
      req: { payload: BasePayload }
    }) => {
      if (doc.title === 'parent') await create(req.payload, 'child')
    }
    const payload = await start({ afterChange: [afterChange as never] }, {}, { queueTimeoutMs: 50 })
    await expect(create(payload, 'parent')).rejects.toThrow('waits for its own parent')
    await create(payload, 'later')
    expect(await stored()).toEqual(['later'])
  })

  it('stores a nested write with `req` together with its parent', async () => {
    const afterChange = async ({ doc, req }: { doc: { title: string }; req: never }) => {
      if (doc.title === 'parent') {
        await (req as { payload: BasePayload }).payload.create({
          collection: notesSlug,
          data: { title: 'child' } as never,
          req,
        })
      }
    }
    await create(await start({ afterChange: [afterChange as never] }), 'parent')
    expect(await stored()).toEqual(['child', 'parent'])
  })

  it('does not report success when an error caught in a hook has rolled the transaction back', async () => {
    const afterChange = async ({ req }: { req: never }) => {
      const { payload } = req as { payload: BasePayload }
      await payload.findByID({ collection: notesSlug, id: 'missing', req }).catch(() => {})
    }
    const payload = await start({ afterChange: [afterChange as never] })
    await expect(create(payload, 'parent')).rejects.toThrow('nothing was stored')
    expect(await stored()).toEqual([])
  })

  it('shows a transaction its own documents, and others only what is committed', async () => {
    const payload = await start()
    const transactionID = (await payload.db.beginTransaction()) as string
    const req = { transactionID } as never
    await payload.create({ collection: notesSlug, data: { title: 'draft' } as never, req })
    expect((await payload.count({ collection: notesSlug, req })).totalDocs).toBe(1)
    expect((await payload.count({ collection: notesSlug })).totalDocs).toBe(0)
    await payload.db.commitTransaction(transactionID)
    expect((await payload.count({ collection: notesSlug })).totalDocs).toBe(1)
  })
})

describe('safeSqliteAdapter: resources', () => {
  it('opens no further files in 200 operations, and payload.destroy() closes them all', async () => {
    const payload = await start()
    await collectGarbage()
    const before = openDescriptors(directory)
    for (let n = 0; n < 200; n += 1) await create(payload, `note ${n}`)
    expect(openDescriptors(directory)).toBe(before)
    await payload.destroy()
    await collectGarbage()
    expect(openDescriptors(directory)).toBe(0)
  })

  it('rolls back what is open when Payload is destroyed', async () => {
    const payload = await start()
    const transactionID = (await payload.db.beginTransaction()) as string
    await payload.create({
      collection: notesSlug,
      data: { title: 'open' } as never,
      req: { transactionID },
    })
    await payload.destroy()
    await expect(payload.db.commitTransaction(transactionID)).rejects.toThrow(
      'Nothing more can be done',
    )
    expect(await stored()).toEqual([])
  })

  it('refuses replicas and encryption, which it would otherwise leave out silently', () => {
    for (const secret of [{ encryptionKey: 'k' }, { syncUrl: 'libsql://example.com' }]) {
      expect(() => sqliteFor(directory, { client: { url: 'file:a.db', ...secret } })).toThrow(
        'supports neither',
      )
    }
  })
})

describe('safeSqliteAdapter: migrations', () => {
  const environment = { ...process.env }
  afterEach(() => {
    process.env = { ...environment }
  })

  it.each(['production', 'development', 'test'] as const)(
    'creates the same tables when NODE_ENV is %s',
    async (name) => {
      process.env = { ...environment, NODE_ENV: name }
      await create(await start(), 'stored')
      expect(await stored()).toEqual(['stored'])
    },
  )

  it('runs each migration once, and new ones on the next start', async () => {
    const index = {
      ...createNotes,
      name: '2',
      up: async ({ db }: never) =>
        void (await (db as { run: (q: unknown) => Promise<void> }).run(
          sql.raw('CREATE INDEX by_topic ON notes (topic)'),
        )),
    }
    await create(await start(), 'kept')
    const payload = await start({}, { prodMigrations: [createNotes, index as never] })
    const { docs } = await payload.find({ collection: 'payload-migrations', sort: 'name' })
    expect(docs.map(({ name, batch }) => [name, batch])).toEqual([
      ['2', 2],
      [createNotes.name, 1],
    ])
    expect(await stored()).toEqual(['kept'])
  })

  it('runs the migrations of two starts at the same time once', async () => {
    const [first, second] = await Promise.all([start(), start()])
    await Promise.all([create(first, 'one'), create(second, 'two')])
    expect(await stored()).toEqual(['one', 'two'])
    expect((await first.find({ collection: 'payload-migrations' })).totalDocs).toBe(1)
  })

  it('leaves the tables to the migrate command while that is running', async () => {
    process.env = { ...environment, PAYLOAD_MIGRATING: 'true' }
    await start()
    await expect(stored()).rejects.toThrow('no such table')
  })

  it('names the migration that failed, rolls it back and leaves nothing open', async () => {
    const broken = {
      ...createNotes,
      up: async (args: never) => {
        await createNotes.up(args)
        throw new Error('out of luck')
      },
    }
    await expect(start({}, { prodMigrations: [broken as never] })).rejects.toThrow(
      /20250101_000000_notes failed.*out of luck/,
    )
    await expect(stored()).rejects.toThrow('no such table')
    await collectGarbage()
    expect(openDescriptors(directory)).toBe(0)
  })

  it('explains why a database changed by schema push cannot be migrated, instead of asking', async () => {
    const payload = await start()
    await payload.create({ collection: 'payload-migrations', data: { name: 'dev', batch: -1 } })
    await expect(start()).rejects.toThrow('changed by schema push')
  })
})
