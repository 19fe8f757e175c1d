import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Config } from 'payload'

import { grants } from '../../src/domain/grants'
import { buildCompany, PASSWORD } from '../support/fixtures'
import { allOf } from '../support/proveWhole'
import { newDirectory, startGuest, type Guest } from './startGuest'

const roles = Object.keys(grants)
const document = readFileSync('docs/plugin.md', 'utf8')

/** The statement that the document has for an engine. */
const documented = (engine: string): string => {
  const [, statement] =
    new RegExp(`On ${engine}:\\n\\n\`\`\`\\w+\\n([^]*?)\`\`\``).exec(document) ?? []
  if (!statement) throw new Error(`docs/plugin.md says nothing about ${engine}.`)
  return statement
}

type Run = (guest: Guest) => unknown
type Database = {
  client: { execute: (sql: string) => unknown }
  pool: { query: (sql: string) => unknown }
  connection: { collection: (name: string) => object }
}
const databaseOf = ({ payload }: Guest) => payload.db as unknown as Database

/** As an administrator of the database would run what the document says. */
const runs: Record<string, Run> = {
  sqlite: (guest) => databaseOf(guest).client.execute(documented('SQLite')),
  postgres: (guest) => databaseOf(guest).pool.query(documented('Postgres')),
  mongoose: (guest) => {
    const users = databaseOf(guest).connection.collection('users')
    return runInNewContext(documented('MongoDB'), { db: { users } })
  },
}

/** Of an app that had a field `roles`, which an earlier version took for its own. */
const withOwnRoles = (): Partial<Config> => ({
  collections: [
    {
      slug: 'users',
      auth: true,
      fields: [{ name: 'roles', type: 'select', hasMany: true, options: roles }],
    },
  ],
})

const rolesOf = async (guest: Guest) => {
  const users = await allOf(guest.payload, 'users')
  return Object.fromEntries(users.map((user) => [user.email, user.channelRoles]))
}

describe('an app whose users have the roles of an earlier version', () => {
  let directory: string
  let guest: Guest
  const logIn = async () => {
    const login = { username: 'partner@company.test', password: PASSWORD }
    const { body, status } = await guest.send('POST', '/api/v1/auth/partner-login', login)
    return [status, body.user?.roles]
  }

  beforeAll(async () => {
    directory = await newDirectory()
    const before = await startGuest({ directory, options: { fieldNames: { roles: 'roles' } } })
    await buildCompany(before.payload)
    await before.stop()
    guest = await startGuest({ directory, config: withOwnRoles() })
  })

  afterAll(async () => {
    await guest?.stop()
    await rm(directory, { recursive: true, force: true })
  })

  it('knows nobody of the channel, until what the document says has been run, once or twice', async () => {
    expect(await logIn()).toEqual([200, []])
    for (const _time of [1, 2]) await runs[guest.payload.db.name]?.(guest)
    expect(await logIn()).toEqual([200, ['partner']])
    expect(await rolesOf(guest)).toMatchObject({
      'admin@company.test': ['admin'],
      'sales@company.test': ['sales'],
      'engineer@company.test': ['engineer'],
      'customer@company.test': ['customer'],
    })
  })

  it.each(['SQLite', 'Postgres', 'MongoDB'])('is told of each role there is, on %s', (engine) => {
    const named = [...documented(engine).matchAll(/'([a-z]+)'/g)].map(([, role]) => role)
    expect(named.sort()).toEqual([...roles].sort())
  })
})
