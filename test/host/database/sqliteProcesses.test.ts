import { afterAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { ownerOnly } from '../../../src/host/database/ownerOnly'
import { createSqliteClient } from '../../../src/host/database/sqliteClient'
import { temporaryDirectory } from './notesPayload'

const { directory, remove } = temporaryDirectory()
afterAll(remove)

const script = path.join(process.cwd(), 'test/host/database/writeNotes.ts')
const DOCUMENTS = 150
const KILL_AFTER = 40

interface Run {
  acknowledged: string[]
  errors: string
  exit: number | string | null
}

/** Runs one writing process to its end, or kills it after some acknowledged writes. */
async function writer(name: string, killAfter = Infinity): Promise<Run> {
  const args = [
    '--conditions=production',
    '--import',
    'tsx',
    script,
    directory,
    name,
    String(DOCUMENTS),
  ]
  // The options for Jest would slow the child down and print a warning.
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } })
  const acknowledged: string[] = []
  const closed = new Promise<Run['exit']>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  )
  const errors = text(child.stderr)
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === killAfter) child.kill('SIGKILL')
  }
  return { acknowledged, errors: await errors, exit: await closed }
}

describe('safeSqliteAdapter: processes', () => {
  it('keeps every acknowledged write of three processes that start on a new file, one of them killed', async () => {
    const [first, second, killed] = await Promise.all([
      writer('a'),
      writer('b'),
      writer('c', KILL_AFTER),
    ])
    expect([first.errors, second.errors]).toEqual(['', ''])
    expect([first.exit, second.exit, killed.exit]).toEqual([0, 0, 'SIGKILL'])
    expect([first.acknowledged.length, second.acknowledged.length]).toEqual([DOCUMENTS, DOCUMENTS])
    expect(killed.acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER)

    const client = await createSqliteClient({ url: `file:${path.join(directory, 'notes.db')}` })
    const stored = new Set(
      (await client.execute('SELECT title FROM notes')).rows.map((row) => String(row['title'])),
    )
    const all = [first, second, killed].flatMap((run) => run.acknowledged)
    expect(all.filter((title) => !stored.has(title))).toEqual([])
    const check = await client.execute('PRAGMA integrity_check')
    const migrations = await client.execute('SELECT name FROM payload_migrations')
    client.close()
    expect(check.rows[0]?.[0]).toBe('ok')
    expect(migrations.rows).toHaveLength(1)
  }, 60_000)

  it('keeps what is written after the file was looked at again and another process came and went', async () => {
    const file = path.join(directory, 'notes.db')
    const first = await createSqliteClient({ url: `file:${file}` })
    await first.execute('CREATE TABLE seen (title TEXT)')
    // As the config does, which a page of the panel loads once more.
    ownerOnly(file)
    expect((await writer('d')).exit).toBe(0)
    await first.execute("INSERT INTO seen VALUES ('kept')")
    const second = await createSqliteClient({ url: `file:${file}` })
    const { rows } = await second.execute('SELECT title FROM seen')
    second.close()
    first.close()
    expect(rows.map((row) => row['title'])).toEqual(['kept'])
  }, 60_000)
})
