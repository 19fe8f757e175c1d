import { randomUUID } from 'node:crypto'

import { afterEach, describe, expect, it } from '@jest/globals'
import type { BasePayload, CollectionConfig, TextField } from 'payload'

import { hasTransactions } from '../../../src/database/hasTransactions'
import { safeMongodbAdapter } from '../../../src/host/database/mongodbAdapter'
import { notesSlug, startPayload } from './notesPayload'

const running: BasePayload[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((payload) => payload.destroy()))
})

/** A database of its own, which several starts may share. */
const newDatabase = (): string =>
  (process.env.TEST_DATABASE_URI as string).replace(
    '{database}',
    `notes_${randomUUID().slice(0, 8)}`,
  )

const notes = (title: Partial<TextField> = {}, more: Partial<CollectionConfig> = {}) =>
  ({
    slug: 'notes',
    fields: [
      { name: 'title', type: 'text', ...title },
      { name: 'topic', type: 'text' },
    ],
    lockDocuments: false,
    ...more,
  }) as CollectionConfig

const start = async (url: string, collection = notes()): Promise<BasePayload> => {
  const payload = await startPayload(safeMongodbAdapter({ url }), collection)
  running.push(payload)
  return payload
}

const create = (payload: BasePayload, data: object) =>
  payload.create({ collection: notesSlug, data: data as never })

type Native = {
  indexes: () => Promise<{ key: object; name: string; unique?: boolean }[]>
  dropIndex: (name: string) => Promise<unknown>
}
type Connection = { db: { admin: () => { command: (c: object) => Promise<{ setName?: string }> } } }
const nativeOf = ({ db }: BasePayload) =>
  (db as unknown as { collections: Record<string, { collection: Native }> }).collections.notes!
    .collection

const titleIndex = async (payload: BasePayload) =>
  (await nativeOf(payload).indexes()).find(({ name }) => name.startsWith('title'))

describe('safeMongodbAdapter', () => {
  it('has transactions exactly where the server is one of a set', async () => {
    const payload = await start(newDatabase())
    const { connection } = payload.db as unknown as { connection: Connection }
    const { setName } = await connection.db.admin().command({ hello: 1 })
    expect(hasTransactions(payload)).toBe(setName !== undefined)
    expect((await payload.db.beginTransaction()) === null).toBe(setName === undefined)
  })

  it('has its unique indexes before it takes the first document', async () => {
    const payload = await start(newDatabase(), notes({ unique: true }))
    expect(await titleIndex(payload)).toMatchObject({ unique: true })
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => create(payload, { title: 'the same' })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('builds an index anew whose field has become unique, and one that was dropped', async () => {
    const url = newDatabase()
    const first = await start(url, notes({ index: true }))
    expect((await titleIndex(first))?.unique).toBeUndefined()
    await create(first, { title: 'one' })
    const second = await start(url, notes({ unique: true }))
    expect(await titleIndex(second)).toMatchObject({ unique: true })
    await expect(create(second, { title: 'one' })).rejects.toThrow(/invalid/)
    await nativeOf(second).dropIndex((await titleIndex(second))?.name as string)
    expect(await titleIndex(await start(url, notes({ unique: true })))).toMatchObject({
      unique: true,
    })
  })

  it('refuses to start on documents that break a unique index, and says which', async () => {
    const url = newDatabase()
    const payload = await start(url, notes({ index: true }))
    await create(payload, { title: 'twice', topic: 'a' })
    await create(payload, { title: 'twice', topic: 'a' })
    await expect(start(url, notes({ unique: true }))).rejects.toThrow(
      /notes must have title only once, but has .*twice.* several times/,
    )
    const both = { indexes: [{ fields: ['title', 'topic'], unique: true }] }
    await expect(start(url, notes({}, both))).rejects.toThrow(/title, topic/)
    expect((await titleIndex(payload))?.unique).toBeUndefined()
  })

  it('keeps what is handed in to be written as it was', async () => {
    const payload = await start(newDatabase())
    const { id } = await create(payload, { title: 'one' })
    const data = { title: 'two', updatedAt: new Date().toISOString() }
    const before = { ...data }
    await payload.db.updateOne({ collection: notesSlug, where: { id: { equals: id } }, data })
    expect(data).toEqual(before)
  })
})
