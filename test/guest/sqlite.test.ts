import { rm } from 'node:fs/promises'

import { afterEach, describe, expect, it } from '@jest/globals'
import { sql, sqliteAdapter as stockAdapter, type MigrateUpArgs } from '@payloadcms/db-sqlite'

import { sqliteAdapter } from '../../src/exports/sqlite'
import { buildCompany, order, PASSWORD } from '../support/fixtures'
import { allOf } from '../support/proveWhole'
import { databaseUrl, newDirectory, startGuest, type Guest } from './startGuest'

const directories: string[] = []
const running: Guest[] = []

const directory = async () => {
  directories.push(await newDirectory())
  return directories.at(-1) as string
}

const start = async (home: string, ...[changes]: Parameters<typeof startGuest>) => {
  const guest = await startGuest({ directory: home, ...changes })
  running.push(guest)
  return guest
}

afterEach(async () => {
  for (const guest of running.splice(0)) await guest.stop()
  for (const one of directories.splice(0)) await rm(one, { recursive: true, force: true })
})

describe('a host on SQLite', () => {
  it('has every one of 20 orders that were acknowledged at once, and the next one', async () => {
    const home = await directory()
    const db = sqliteAdapter({
      client: { url: databaseUrl(home) },
      idType: 'uuid',
      push: true,
      transactionOptions: {},
    })
    const guest = await start(home, { config: { db } })
    await buildCompany(guest.payload)
    const logIn = { email: 'partner@company.test', password: PASSWORD }
    const { token } = (await guest.send('POST', '/api/users/login', logIn)).body
    const place = () => guest.send('POST', '/api/v1/partners/orders', order(), token)
    const answers = await Promise.all(Array.from({ length: 20 }, place))
    answers.push(await place())
    expect(answers.map(({ status }) => status)).toEqual(Array(21).fill(201))
    const stored = await allOf(guest.payload, 'orders')
    expect(stored.map(({ id }) => id).sort()).toEqual(
      answers.map(({ body }) => body.order.id).sort(),
    )
  })

  it.each([
    ['with transactions', { transactionOptions: {} }],
    ['without transactions', {}],
  ])('does not start on the stock adapter %s, and is told what to paste', async (_how, args) => {
    const home = await directory()
    const db = stockAdapter({ client: { url: databaseUrl(home) }, push: true, ...args })
    await expect(start(home, { config: { db } })).rejects.toThrow(
      "import { sqliteAdapter } from 'payload-channel/sqlite'",
    )
    // The host alone is none of the plugin's business, and neither is one that has it switched off.
    const without = stockAdapter({ client: { url: databaseUrl(home) }, push: true, ...args })
    await start(home, { options: { disabled: true }, config: { db: without } })
  })

  it('takes the plugin on with tables that were pushed before, and starts again and again', async () => {
    const home = await directory()
    const before = await start(home, { options: false })
    const data = { email: 'first@host.test', password: PASSWORD }
    const { id } = await before.payload.create({ collection: 'users', data: data })
    for (const _start of [1, 2, 3]) {
      const { payload } = await start(home)
      const { docs } = await payload.find({ collection: 'users' })
      expect(docs).toMatchObject([{ id, email: data.email }])
    }
  })

  it('runs the host’s own migrations', async () => {
    const home = await directory()
    const url = databaseUrl(home)
    const draft = await start(home, {
      config: { db: sqliteAdapter({ client: { url: `${url}-draft` }, push: false }) },
    })
    const statements = await statementsFor(draft.payload.db as never)
    const up = async ({ db }: MigrateUpArgs) => {
      for (const statement of statements) await db.run(sql.raw(statement))
    }
    const prodMigrations = [{ name: '20260101_000000_host', up, down: async () => {} }]
    const db = sqliteAdapter({ client: { url }, push: false, prodMigrations })
    const { payload } = await start(home, { config: { db } })
    await buildCompany(payload)
    expect(await allOf(payload, 'payload-migrations')).toMatchObject([
      { name: '20260101_000000_host' },
    ])
  })
})

type Kit = {
  generateDrizzleJson: (schema: object) => Promise<object>
  generateMigration: (before: object, after: object) => Promise<string[]>
}

/** What `payload migrate:create` writes into a new host's first migration. */
const statementsFor = async (db: { requireDrizzleKit: () => Kit; schema: object }) => {
  const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
  return generateMigration(await generateDrizzleJson({}), await generateDrizzleJson(db.schema))
}
