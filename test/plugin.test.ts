import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, describe, expect, it } from '@jest/globals'
import { buildConfig, getPayload, type CollectionConfig, type Config, type Payload } from 'payload'

import { createApp } from '../src/host/server/createApp'
import { channelPlugin, type ChannelPluginOptions } from '../src/index'
import { sqliteAdapter } from '../src/exports/sqlite'
import { buildCompany, openCompany, order, type Json } from './support/fixtures'
import { allOf } from './support/proveWhole'

type Host = { payload: Payload; url: string }
const running: { payload: Payload; server: Server; directory: string }[] = []

afterEach(async () => {
  for (const { directory, payload, server } of running.splice(0)) {
    await new Promise((resolve) => server.close(resolve))
    await payload.destroy()
    await rm(directory, { recursive: true, force: true })
  }
})

/** Otherwise a second database of the same process with the same tables would get none. */
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

const hostUsers: CollectionConfig = {
  slug: 'users',
  auth: { useAPIKey: true },
  access: { read: () => true },
  fields: [
    { name: 'nickname', type: 'text' },
    { name: 'name', type: 'textarea', maxLength: 50 },
  ],
}

/** A host of another kind: tables pushed, numbers as IDs. */
const startHost = async (
  options: ChannelPluginOptions,
  config: Partial<Config> = {},
): Promise<Host> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'channel-host-'))
  const payload = await getPayload({
    key: directory,
    config: buildConfig({
      collections: [hostUsers, { slug: 'posts', fields: [{ name: 'title', type: 'text' }] }],
      db: sqliteAdapter({
        client: { url: pathToFileURL(path.join(directory, 'host.db')).href },
        push: true,
      }),
      secret: 'only-for-tests',
      telemetry: false,
      typescript: { autoGenerate: false },
      logger: { options: { level: 'silent' } },
      plugins: [channelPlugin(options)],
      ...config,
    }),
  })
  const server = createServer(createApp({ payload, cacheKey: directory }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push({ payload, server, directory })
  return { payload, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** How many jobs Payload's runner puts into the plugin's queue when their time has come. */
const scheduledIn = async ({ payload }: Host): Promise<number> => {
  await payload.jobs.handleSchedules({ queue: 'channel' })
  return (await payload.count({ collection: 'payload-jobs' as 'users' })).totalDocs
}

describe('channelPlugin beside another config of the same process', () => {
  it('leaves what Payload shares between them as it is', async () => {
    const shared = ({ payload }: Host) => {
      const { access, endpoints, hooks } = payload.collections['payload-migrations'].config
      return { access, endpoints, before: hooks.beforeOperation.length }
    }
    const pages = { slug: 'pages', fields: [] }
    const plain = await startHost({}, { collections: [pages], plugins: [] })
    const before = shared(plain)
    const { before: ours } = shared(await startHost({}))
    expect(shared(plain)).toEqual(before)
    expect([before.before, ours]).toEqual([0, 1])
    expect(shared(await startHost({}, { collections: [{ ...pages }], plugins: [] }))).toEqual(
      before,
    )
  })
})

describe('channelPlugin in a host of its own', () => {
  it('places and approves an order with numbers as IDs and other slugs', async () => {
    const host = await startHost({
      slugs: { orders: 'channel-orders', licenses: 'channel-licenses' },
    })
    const { as } = await openCompany(host, await buildCompany(host.payload))
    const partner = await as('partner')
    const placed = await partner.post('/api/v1/partners/orders', order(), {
      'Idempotency-Key': 'k',
    })
    expect(placed.status).toBe(201)
    const { id } = placed.body.order
    expect(id).toMatch(/^\d+$/)
    expect(
      (await partner.post('/api/v1/partners/orders', order(), { 'Idempotency-Key': 'k' })).body,
    ).toEqual(placed.body)
    const approved = await (await as('sales')).post(`/api/v1/orders/${id}/approve`, {})
    expect([approved.status, approved.body.licenses?.length]).toEqual([200, 2])
    expect(await allOf(host.payload, 'channel-licenses')).toHaveLength(2)
    const listed = await partner.get('/api/channel-orders')
    expect(listed.body.docs.map((doc: Json) => [String(doc.id), doc.state])).toEqual([
      [id, 'in_progress'],
    ])
    expect((await (await as('rival')).get(`/api/v1/partners/orders/${id}`)).status).toBe(404)
    const log = await allOf(
      host.payload,
      'change-logs',
      { subject: { equals: 'channel-orders' } },
      'sequence',
    )
    expect(log.map(({ action }) => action)).toEqual(['create', 'approve'])
  })

  it('takes usage reports and judges licenses with numbers as IDs and other slugs', async () => {
    const host = await startHost({
      slugs: { licenses: 'channel-licenses', usageReports: 'reports', usageDays: 'days' },
    })
    const { anybody, as } = await openCompany(host, await buildCompany(host.payload))
    const [partner, sales] = [await as('partner'), await as('sales')]
    const placed = await partner.post('/api/v1/partners/orders', order())
    const approved = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
    const { licenseId } = approved.body.licenses[0]
    const { key } = (await sales.post(`/api/v1/licenses/${licenseId}/usage-key`, {})).body
    const headers = { Authorization: `License ${key}` }
    for (const users of [7, 5]) {
      const path = `/api/v1/licenses/${licenseId}/usage`
      const { status } = await anybody.post(path, { workspaces: 1, users }, headers)
      expect(status).toBe(202)
    }
    expect(await allOf(host.payload, 'days')).toMatchObject([{ reports: 2, users: 7 }])
    const [stored] = await allOf(host.payload, 'channel-licenses', {
      licenseId: { equals: licenseId },
    })
    expect(stored).toMatchObject({ state: 'in_use', usage: { users: 5 } })
    const { body } = await anybody.post('/api/v1/licenses/validate', { licenseId })
    expect(body).toMatchObject({ valid: true, code: 'VALID' })
    // Without a signing key there are no certificates.
    const { status } = await partner.get(`/api/v1/licenses/${licenseId}/certificate`)
    expect(status).toBe(503)
  })

  it('keeps the host’s users, its fields, access, hooks and collections', async () => {
    const seen: string[] = []
    const host = await startHost({}, { onInit: () => void seen.push('host') })
    expect(seen).toEqual(['host'])
    const users = host.payload.collections.users.config
    const names = users.flattenedFields.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['nickname', 'channelRoles', 'partner', 'apiKey']))
    // How they log in is the host's affair.
    expect(names).not.toContain('username')
    expect(names.filter((name) => name === 'name')).toHaveLength(1)
    expect(users.flattenedFields.find(({ name }) => name === 'name')?.type).toBe('textarea')
    // Its rule is asked as before; the grants count beside it for those who have a channel role.
    expect((await fetch(`${host.url}/api/users`)).status).toBe(200)
    const made = await host.payload.create({
      collection: 'users',
      data: { email: 'a@host.test', password: 'Secret-12345', nickname: 'A' } as never,
    })
    // The first user of a new installation is its administrator.
    expect(made).toMatchObject({ nickname: 'A', channelRoles: ['admin'] })
    const post = await host.payload.create({
      collection: 'posts' as 'users',
      data: { title: 'x' } as never,
    })
    expect(post).toMatchObject({ title: 'x' })
  })

  it('leaves the last word on a collection to the host', async () => {
    const host = await startHost({
      overrides: {
        partners: {
          fields: ({ defaultFields }) => [...defaultFields, { name: 'vatNumber', type: 'text' }],
        },
        tiers: ({ defaultCollection }) => ({ ...defaultCollection, defaultSort: '-level' }),
      },
    })
    const made = await host.payload.create({
      collection: 'partners',
      data: { name: 'P', email: 'p@p.test', vatNumber: 'DE1' } as never,
    })
    expect(made).toMatchObject({ vatNumber: 'DE1' })
    expect(host.payload.collections.tiers.config.defaultSort).toBe('-level')
    // The log is kept all the same.
    const [entry] = await allOf(host.payload, 'change-logs', { subject: { equals: 'partners' } })
    expect(entry.changes.vatNumber).toEqual({ to: 'DE1' })
  })

  it('keeps the tables, and nothing else, where it is disabled', async () => {
    const host = await startHost({ disabled: true })
    expect(host.payload.collections.orders).toBeDefined()
    for (const route of [
      '/api/v1/partners/orders',
      '/api/v1/partners/products',
      '/api/v1/openapi.json',
    ])
      expect((await fetch(`${host.url}${route}`)).status).toBe(404)
    expect((await fetch(`${host.url}/api/orders`)).status).toBe(403)
    expect(await scheduledIn(host)).toBe(0)
  })

  it('has its tasks scheduled for a host with Payload’s job runner', async () => {
    expect(await scheduledIn(await startHost({}))).toBeGreaterThan(1)
  })

  it.each([
    ['slugs', { slugs: { orders: 'Not A Slug' } }],
    ['currencies', { currencies: ['DOLLARS'] }],
    ['approvalLimits', { approvalLimits: { sales: -1 } }],
    ['limits.linesPerOrder', { limits: { linesPerOrder: 0 } }],
    ['overrides.orders', { overrides: { orders: {} } }],
    ['overrides.orders', { overrides: { orders: { fields: [] } } }],
    ['publicUrl', { publicUrl: 'nowhere' }],
    ['unknownOption', { unknownOption: 1 }],
  ])('says which option is wrong: %s', (name, options) => {
    expect(() => channelPlugin(options as never)({} as never)).toThrow(name)
  })
})
