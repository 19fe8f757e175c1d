import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug } from 'payload'

import { channelPlugin } from '../../src/index'
import { startBlankHost, type BlankHost } from '../support/startBlankHost'
import {
  buildCompany,
  client,
  openCompany,
  PASSWORD,
  type Client,
  type Json,
  type Person,
} from '../support/fixtures'

let host: BlankHost
let as: (person: Person) => Promise<Client>
let editor: Client
const ids: Record<string, number | string> = {}

const externals: Person[] = ['partner', 'customer', 'engineer', 'stray']

/** One document of each of the host's collections, and who edits them: a user of no channel role. */
beforeAll(async () => {
  host = await startBlankHost()
  const make = async (collection: string, data: object, more: object = {}) => {
    const made = await host.payload.create({
      collection: collection as CollectionSlug,
      data: data as never,
      ...more,
    })
    ids[collection] = made.id
  }
  const company = await openCompany(host, await buildCompany(host.payload))
  as = company.as
  await make('users', { email: 'editor@host.test', username: 'editor', password: PASSWORD })
  await make('pages', { title: 'canary', _status: 'published' })
  const image = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')
  const file = { data: image, mimetype: 'image/gif', name: 'canary.gif', size: image.length }
  await make('media', { title: 'canary' }, { file })
  await make('posts', { title: 'draft canary', _status: 'draft' })
  await make('news', { title: 'public' })
  await make('forms', { title: 'canary' })
  const { body } = await client(host.url).post('/api/users/login', {
    email: 'editor@host.test',
    password: PASSWORD,
  })
  editor = client(host.url, body.token)
})
afterAll(async () => host?.stop())

const closed = ['pages', 'media', 'posts', 'forms', 'users'] as const
const one: Record<string, string> = {
  pages: 'Page',
  media: 'Media',
  posts: 'Post',
  news: 'News',
  forms: 'Form',
  users: 'User',
}

/** What someone from outside gets on a document of the host, by operation. */
const restOf = (slug: string, id = ''): [string, string, string, object?][] => [
  ['create', 'post', `/api/${slug}`, { title: 'x', email: 'x@x.test', password: PASSWORD }],
  ['read', 'get', `/api/${slug}/${id}`],
  ['update', 'patch', `/api/${slug}/${id}`, { title: 'taken over', password: 'Taken-over-1234' }],
  ['duplicate', 'post', `/api/${slug}/${id}/duplicate`, {}],
  ['delete', 'delete', `/api/${slug}/${id}`],
  ['update all', 'patch', `/api/${slug}?where[id][equals]=${id}`, { title: 'x', isStaff: true }],
  ['delete all', 'delete', `/api/${slug}?where[id][equals]=${id}`],
]

const refused = ({ body, status }: { body: Json; status: number }): boolean =>
  [401, 403, 404].includes(status) || (status === 200 && body.docs?.length === 0)

describe.each(externals)('a %s in a host without access rules', (person) => {
  it.each(closed)('reaches nothing of %s by REST', async (slug) => {
    const who = await as(person)
    for (const [operation, method, path, body] of restOf(slug, String(ids[slug]))) {
      const answer = await who[method as 'post'](path, body)
      expect([operation, answer.status, refused(answer)]).toEqual([operation, answer.status, true])
    }
    const { body } = await who.get(`/api/${slug}?limit=100`)
    const seen = (body.docs ?? []).map(({ id }: Json) => id)
    expect(seen).not.toContain(ids[slug])
  })

  it.each(closed)('reaches nothing of %s by GraphQL', async (slug) => {
    const who = await as(person)
    const id = ids[slug]
    const name = one[slug] as string
    const asked = [
      `{ ${name}(id: ${id}) { id } }`,
      `mutation { delete${name}(id: ${id}) { id } }`,
      `mutation { update${name}(id: ${id}, data: {}) { id } }`,
      ...(slug === 'users' ? [] : [`mutation { create${name}(data: { title: "x" }) { id } }`]),
    ]
    for (const query of asked) {
      const { body } = await who.post('/api/graphql', { query })
      expect([query, Object.values(body.data ?? { none: null })]).toEqual([query, [null]])
    }
  })

  it('reaches no versions, no files and no globals', async () => {
    const who = await as(person)
    for (const path of [
      '/api/pages/versions',
      '/api/posts/versions',
      '/api/media/file/canary.gif',
      '/api/globals/header',
      '/api/globals/header/versions',
      '/api/globals/redirects',
    ]) {
      const answer = await who.get(path)
      expect([path, refused(answer)]).toEqual([path, true])
    }
    for (const slug of ['header', 'redirects'])
      expect((await who.post(`/api/globals/${slug}`, { title: 'x' })).status).toBe(403)
    const { body } = await who.post('/api/graphql', {
      query: '{ Header { title } Redirect { title } }',
    })
    expect(body.data ?? body).toEqual({ Header: null, Redirect: null })
  })

  it('reads what the host shows to everybody, as everybody does', async () => {
    const who = await as(person)
    expect((await who.get('/api/news')).body.docs).toHaveLength(1)
    expect((await who.get('/api/posts')).body.docs).toEqual([])
    expect((await who.post('/api/news', { title: 'x' })).status).toBe(403)
  })

  it('is told by /access of nothing of the host’s', async () => {
    const { body } = await (await as(person)).get('/api/access')
    const named = [...Object.keys(body.collections), ...Object.keys(body.globals ?? {})]
    for (const slug of ['pages', 'media', 'forms', 'header', 'redirects'])
      expect(named).not.toContain(slug)
  })
})

describe('a host without access rules', () => {
  it('lets a partner change its own account, but no field that the host may go by', async () => {
    const partner = await as('partner')
    const { user } = (await partner.get('/api/users/me')).body
    const { status } = await partner.patch(`/api/users/${user.id}`, { name: 'Me', isStaff: true })
    expect(status).toBe(200)
    const stored = await host.payload.findByID({ collection: 'users', id: user.id })
    expect(stored).toMatchObject({ name: 'Me', isStaff: null })
  })

  it('gives its own users what Payload gives them', async () => {
    for (const [slug, title] of [
      ['pages', 'canary'],
      ['media', 'canary'],
      ['forms', 'canary'],
      ['posts', 'draft canary'],
    ])
      expect((await editor.get(`/api/${slug}/${ids[slug as string]}`)).body.title).toBe(title)
    for (const slug of closed) {
      const query = `{ ${one[slug]}(id: ${ids[slug]}) { id } }`
      const { body } = await editor.post('/api/graphql', { query })
      expect(body).toEqual({ data: { [one[slug] as string]: { id: ids[slug] } } })
    }
    expect((await editor.patch(`/api/pages/${ids.pages}`, { title: 'edited' })).status).toBe(200)
    expect((await editor.post('/api/globals/header', { title: 'x' })).status).toBe(200)
    expect((await editor.get('/api/users')).body.totalDocs).toBeGreaterThan(5)
    expect((await editor.patch(`/api/users/${ids.users}`, { isStaff: true })).status).toBe(200)
  })

  it('opens by option what is meant for those from outside, and no more', async () => {
    const lines: string[] = []
    const write = (line: string) => void lines.push(line)
    const logger = { options: { level: 'info' }, destination: { write } }
    const open = { pages: ['read' as const], header: ['update' as const], users: ['read' as const] }
    const other = await startBlankHost({ externalAccess: open }, { logger })
    try {
      const { as, ids } = await openCompany(other, await buildCompany(other.payload))
      const partner = await as('partner')
      expect((await partner.get('/api/pages')).status).toBe(200)
      expect((await partner.post('/api/pages', { title: 'x' })).status).toBe(403)
      expect((await partner.post('/api/globals/header', { title: 'x' })).status).toBe(200)
      expect((await partner.get(`/api/users/${ids.adminUser}`)).status).toBe(200)
      expect((await partner.patch(`/api/users/${ids.adminUser}`, { name: 'x' })).status).toBe(403)
      const [said] = lines.filter((line) => line.includes('payload-channel: closed to partners'))
      expect(said).toContain('pages (create, update, delete, readVersions)')
      expect(said).toContain('forms (create, read, update, delete)')
      expect(said).toContain('header (read, readVersions)')
    } finally {
      await other.stop()
    }
  })

  it('refuses an option that opens what there is not, by name', async () => {
    const start = startBlankHost({ externalAccess: { pagse: ['read'] } })
    await expect(start).rejects.toThrow('pagse')
    expect(() =>
      channelPlugin({ externalAccess: { pages: ['raed'] } as never })({} as never),
    ).toThrow('externalAccess')
  })

  it('lets sales change no account but their own', async () => {
    const sales = await as('sales')
    const { status } = await sales.patch(`/api/users/${ids.users}`, { password: PASSWORD })
    expect([403, 404]).toContain(status)
  })
})
