import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import path from 'node:path'
import {
  createSqliteClient,
  type SqliteClient,
  type SqliteClientOptions,
} from '../../../src/host/database/sqliteClient'
import { temporaryDirectory } from './notesPayload'
import { collectGarbage, openDescriptors } from './openDescriptors'

const { directory, remove } = temporaryDirectory()
const clients: SqliteClient[] = []
let file = 0
let url = ''
let client: SqliteClient

const open = async (options: Partial<SqliteClientOptions> = {}): Promise<SqliteClient> => {
  const opened = await createSqliteClient({ url, ...options })
  clients.push(opened)
  return opened
}
const add = (to: Pick<SqliteClient, 'execute'>, id: number) =>
  to.execute({ sql: 'INSERT INTO notes (id) VALUES (?)', args: [id] })
const ids = async (from: Pick<SqliteClient, 'execute'>): Promise<unknown[]> =>
  (await from.execute('SELECT id FROM notes ORDER BY id')).rows.map((row) => row['id'])
const orphan = 'INSERT INTO replies (id, note) VALUES (1, 99)'

beforeEach(async () => {
  url = `file:${path.join(directory, `${(file += 1)}.db`)}`
  client = await open()
  await client.execute('CREATE TABLE notes (id integer PRIMARY KEY, body)')
  await client.execute(
    'CREATE TABLE replies (id integer PRIMARY KEY, note integer REFERENCES notes(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)',
  )
})
afterEach(() => clients.splice(0).forEach((opened) => opened.close()))
afterAll(remove)

describe('createSqliteClient: writes', () => {
  it('stores every one of 200 writes that arrive at the same time', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, id) => add(client, id)))
    expect(await ids(client)).toHaveLength(200)
  })

  it('stores every write of two connections that compete for the file', async () => {
    const other = await open()
    const both = [client, other].flatMap((writer, offset) =>
      Array.from({ length: 100 }, (_, id) => add(writer, id * 2 + offset)),
    )
    await Promise.all(both)
    expect(await ids(client)).toHaveLength(200)
  })

  it('waits for another process to finish, and says so when that takes too long', async () => {
    const hasty = await open({ busyTimeoutMs: 30 })
    const theirs = await client.transaction()
    await expect(add(hasty, 1)).rejects.toThrow('another process has held the SQLite database')
    const patient = add(await open(), 2)
    await theirs.commit()
    await patient
    await add(hasty, 3)
    expect(await ids(client)).toEqual([2, 3])
  })

  it('stores all statements of a batch or none', async () => {
    await expect(client.batch(['INSERT INTO notes (id) VALUES (1)', orphan])).rejects.toThrow(
      'FOREIGN KEY',
    )
    expect(await ids(client)).toEqual([])
  })

  it('refuses a value that SQLite cannot hold and lives on', async () => {
    const insert = (value: unknown) =>
      client.execute({ sql: 'INSERT INTO notes (body) VALUES (?)', args: [value as never] })
    await expect(insert({ an: 'object' })).rejects.toThrow('SQLite cannot store this value: Object')
    await expect(insert(undefined)).rejects.toThrow('SQLite cannot store this value: undefined')
    for (const value of ['text', 7, 1.5, null, true, new Uint8Array([1, 2])]) await insert(value)
    const { rows } = await client.execute('SELECT body FROM notes ORDER BY id')
    expect(rows.map((row) => row[0])).toEqual([
      'text',
      7,
      1.5,
      null,
      1,
      new Uint8Array([1, 2]).buffer,
    ])
  })

  it('works in WAL mode and enforces foreign keys', async () => {
    expect((await client.execute('PRAGMA journal_mode')).rows[0]?.['journal_mode']).toBe('wal')
    await expect(client.execute(orphan)).rejects.toThrow('FOREIGN KEY')
  })

  it('accepts only local files', async () => {
    for (const wrong of [
      ':memory:',
      'file::memory:',
      'libsql://example.com',
      'file:a.db?mode=ro',
    ]) {
      await expect(createSqliteClient({ url: wrong })).rejects.toThrow('needs a local file')
    }
  })
})

describe('createSqliteClient: transactions', () => {
  it('shows a transaction its own writes, and others only what is committed', async () => {
    const transaction = await client.transaction()
    await add(transaction, 1)
    expect(await ids(transaction)).toEqual([1])
    expect(await ids(client)).toEqual([])
    await transaction.commit()
    expect(await ids(client)).toEqual([1])
  })

  it('rejects a COMMIT that fails, keeps nothing of it, and really stores what comes after', async () => {
    const transaction = await client.transaction()
    await add(transaction, 1)
    await transaction.execute(orphan)
    await expect(transaction.commit()).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    })
    await transaction.rollback()
    await add(client, 2)
    expect(await ids(await open())).toEqual([2])
  })

  it('keeps a transaction usable after a statement that failed', async () => {
    const transaction = await client.transaction()
    await add(transaction, 1)
    await expect(add(transaction, 1)).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    })
    await add(transaction, 2)
    await transaction.commit()
    expect(await ids(client)).toEqual([1, 2])
  })

  it('does nothing more in a transaction that SQLite itself has rolled back', async () => {
    const transaction = await client.transaction()
    await add(transaction, 1)
    await expect(
      transaction.execute('INSERT OR ROLLBACK INTO notes (id) VALUES (1)'),
    ).rejects.toThrow('UNIQUE')
    await expect(add(transaction, 2)).rejects.toThrow(
      'rolled back by SQLite after an earlier error',
    )
    await expect(transaction.commit()).rejects.toThrow('rolled back by SQLite')
    expect(await ids(client)).toEqual([])
  })

  it('tells a write that waits for its own transaction what is wrong', async () => {
    const hasty = await open({ queueTimeoutMs: 30 })
    const transaction = await hasty.transaction()
    await expect(add(hasty, 1)).rejects.toThrow(
      'a nested write without `req` waits for its own parent',
    )
    await add(transaction, 2)
    await transaction.commit()
    await add(hasty, 3)
    expect(await ids(hasty)).toEqual([2, 3])
  })

  it('rolls an abandoned transaction back, lets others write and refuses its late commit', async () => {
    const impatient = await open({ idleTransactionMs: 30 })
    const abandoned = await impatient.transaction()
    await add(abandoned, 1)
    // The queue's timer keeps the process alive, and the write goes through when the writer is free.
    await add(impatient, 2)
    await expect(abandoned.commit()).rejects.toThrow('no statement and no commit for 30 ms')
    expect(await ids(client)).toEqual([2])
  })
})

describe('createSqliteClient: migrating', () => {
  const rebuild = [
    'CREATE TABLE notes_new (id integer PRIMARY KEY)',
    'INSERT INTO notes_new SELECT id FROM notes',
    'DROP TABLE notes',
    'ALTER TABLE notes_new RENAME TO notes',
  ]

  it('keeps what refers to a table when that is rebuilt', async () => {
    await add(client, 99)
    await client.execute(orphan)
    await client.migrate(rebuild)
    expect((await client.execute('SELECT id FROM replies')).rows).toHaveLength(1)
    await expect(client.execute('INSERT INTO replies VALUES (2, 98)')).rejects.toThrow(
      'FOREIGN KEY',
    )
  })

  it('refuses a migration that would leave references to nothing', async () => {
    await add(client, 99)
    await client.execute(orphan)
    await expect(client.migrate(['DELETE FROM notes'])).rejects.toThrow(
      'rows in replies would refer to rows that no longer exist',
    )
    expect(await ids(client)).toEqual([99])
  })
})

describe('createSqliteClient: resources', () => {
  it('opens no further files in 200 transactions, and leaves none open when closed', async () => {
    await collectGarbage()
    const before = openDescriptors(directory)
    for (let id = 0; id < 200; id += 1) {
      const transaction = await client.transaction()
      await add(transaction, id)
      await (id % 2 ? transaction.commit() : transaction.rollback())
    }
    expect(openDescriptors(directory)).toBe(before)
    client.close()
    await collectGarbage()
    expect(openDescriptors(directory)).toBe(0)
  })

  it('rejects what waits and what comes after it is closed', async () => {
    const transaction = await client.transaction()
    const waiting = expect(add(client, 1)).rejects.toThrow('client is closed')
    client.close()
    await waiting
    await expect(transaction.commit()).rejects.toThrow('Nothing more can be done')
    await expect(ids(client)).rejects.toThrow('client is closed')
    expect(await ids(await open())).toEqual([])
  })
})
