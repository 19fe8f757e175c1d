import { rm } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildConfig, reload, type Config, type Plugin } from 'payload'

import { channelPlugin } from '../../src/index'
import { buildCompany, PASSWORD } from '../support/fixtures'
import { blankUsers, guestDatabase, newDirectory, startGuest, type Guest } from './startGuest'

/** What a plugin adds after ours has run. */
const latePlugin: Plugin = (config) => ({
  ...config,
  collections: [
    ...(config.collections ?? []),
    { slug: 'forms', fields: [{ name: 'title', type: 'text' }] },
  ],
})

const hostConfig = (db: Config['db']): Config => ({
  collections: [blankUsers()],
  db,
  secret: 'only-for-tests',
  telemetry: false,
  typescript: { autoGenerate: false },
  logger: { options: { level: 'silent' } },
  plugins: [channelPlugin({}), latePlugin],
})

describe('a host under development', () => {
  let directory: string
  let guest: Guest
  let token: string

  beforeAll(async () => {
    directory = await newDirectory()
    guest = await startGuest({ directory, config: hostConfig(await guestDatabase(directory)) })
    await buildCompany(guest.payload)
    const login = { email: 'partner@company.test', password: PASSWORD }
    token = (await guest.send('POST', '/api/users/login', login)).body.token
  })

  afterAll(async () => {
    await guest?.stop()
    await rm(directory, { recursive: true, force: true })
  })

  /** What a partner gets of things that have no rules of their own. */
  const doors = async () => {
    const asked = [
      await guest.send('GET', '/api/forms', undefined, token),
      await guest.send('POST', '/api/forms', { title: 'x' }, token),
      await guest.send('GET', '/api/orders/versions', undefined, token),
      await guest.send('PATCH', '/api/payload-locked-documents?where[id][exists]=true', {}, token),
    ]
    return asked.map(({ status }) => status)
  }

  it('is as closed after its config was edited and read again as it was before', async () => {
    const before = await doors()
    expect(before.slice(0, 2)).toEqual([403, 403])
    const { payload } = guest
    await reload(await buildConfig(hostConfig(await guestDatabase(directory))), payload, true)
    expect(await doors()).toEqual(before)
  })
})
