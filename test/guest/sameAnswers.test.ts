import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import * as payloadExports from 'payload'
import type { Config, Payload, SendEmailOptions } from 'payload'

import { dashboardLayout } from '../../src/admin/dashboard/dashboardWidgets'
import { settleRecoveries } from '../../src/operations/accounts/recoverLater'
import { guestDatabase, newDirectory, PASSWORD, startGuest, type Guest } from './startGuest'

type Start = NonNullable<Parameters<typeof startGuest>[0]>
type Host = Guest & { mails: SendEmailOptions[]; tokens: Record<string, string> }

const hostConfig = (
  directory: string,
  mails: SendEmailOptions[],
  db: Config['db'],
): Partial<Config> => ({
  collections: [
    { slug: 'users', auth: true, fields: [{ name: 'nickname', type: 'text' }] },
    {
      slug: 'pages',
      versions: { drafts: true },
      fields: [
        { name: 'title', type: 'text', required: true, localized: true },
        { name: 'path', type: 'text', unique: true },
        { name: 'author', type: 'relationship', relationTo: 'users' },
      ],
    },
    { slug: 'media', upload: { staticDir: `${directory}/media` }, fields: [] },
    { slug: 'members', auth: true, fields: [] },
    { slug: 'secrets', access: { read: () => false }, fields: [{ name: 'text', type: 'text' }] },
  ],
  globals: [{ slug: 'site', fields: [{ name: 'title', type: 'text', required: true }] }],
  localization: { locales: ['en', 'zh'], defaultLocale: 'en' },
  i18n: { supportedLanguages: { en, zh } },
  admin: {
    dashboard: { widgets: [{ slug: 'weather', Component: '/Weather', minWidth: 'small' }] },
  },
  hooks: {
    afterError: [({ result }) => ({ response: { ...result, seen: true } })],
  },
  email: () => ({
    name: 'host',
    defaultFromAddress: 'host@host.test',
    defaultFromName: 'Host',
    sendEmail: async (message) => void mails.push(message),
  }),
  db,
})

const startHost = async (start: Start): Promise<Host> => {
  const directory = await newDirectory()
  const mails: SendEmailOptions[] = []
  // Without the plugin Payload's own adapter is what a host has.
  const db = await guestDatabase(directory, start.options === false)
  const config = hostConfig(directory, mails, db)
  const guest = await startGuest({ ...start, directory, config })
  return { ...guest, mails, tokens: {} }
}

/** What the plugin adds to users; all else of an answer is the host's. */
const added = new Set(
  [
    'name',
    'channelRoles',
    'partner',
    'customer',
    'engineer',
    'salesRep',
    'language',
    'notify',
  ].concat('partnerActive'),
)
const objectId = /\b[0-9a-f]{24}\b/g
const uuid = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g
const isError = (value: object) => 'message' in value

/** Without what is new in each run, and without what the plugin adds to users. */
const normal = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value
      .replace(uuid, '…')
      .replace(objectId, '…')
      .replace(/\b[0-9a-f]{40}\b|eyJ[\w.-]+|\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{10}\b/g, '…')
  if (Array.isArray(value)) return value.map(normal)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' ? short(value) : value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isError(value) || !added.has(key))
      .map(([key, one]) => [key, ['createdAt', 'updatedAt'].includes(key) ? '…' : normal(one)]),
  )
}
const short = (value: number) => (value > 1_000_000_000 ? '…' : value)

type Ask = [method: string, path: string, body?: unknown, as?: 'author', language?: 'zh']

const graphql = (query: string, ...by: [as?: 'author', language?: 'zh']): Ask => [
  'POST',
  '/api/graphql',
  { query },
  ...by,
]
/** As the database would give it. */
const nobodysId = process.env.TEST_DATABASE_URI?.startsWith('mongodb') ? `"${'0'.repeat(24)}"` : 99
const newPage = 'mutation { createPage(data: { path: "g" }) { id } }'
const titled = 'mutation { createPage(data: { title: "G", path: "g" }) { title path } }'

const logIn = (email: string, password: string) => ({ email, password })
const first = { ...logIn('boss@host.test', PASSWORD), nickname: 'Boss' }

/** In this order: the first one makes the first user. */
const asks: [string, Ask][] = [
  ['the first user', ['POST', '/api/users/first-register', first]],
  ['a second first user', ['POST', '/api/users/first-register', first]],
  ['a wrong password', ['POST', '/api/users/login', logIn('boss@host.test', 'wrong')]],
  ['an unknown user', ['POST', '/api/users/login', logIn('no@host.test', 'wrong')]],
  [
    'a wrong password, in Chinese',
    ['POST', '/api/users/login', logIn('boss@host.test', 'x'), undefined, 'zh'],
  ],
  ['a login without anything', ['POST', '/api/users/login', {}]],
  ['a page without a title', ['POST', '/api/pages', {}, 'author']],
  ['a page without a title, in Chinese', ['POST', '/api/pages', {}, 'author', 'zh']],
  ['a page', ['POST', '/api/pages', { title: 'A', path: 'a' }, 'author']],
  ['a page at a taken path', ['POST', '/api/pages', { title: 'B', path: 'a' }, 'author']],
  ['a page by nobody', ['POST', '/api/pages', { title: 'B' }]],
  ['a page by nobody, in Chinese', ['POST', '/api/pages', { title: 'B' }, undefined, 'zh']],
  ['a page with an unknown author', ['POST', '/api/pages', { title: 'B', author: 99 }, 'author']],
  ['a page that is not there', ['GET', '/api/pages/99', undefined, 'author']],
  ['an unknown field', ['GET', '/api/pages?where[nope][equals]=1', undefined, 'author']],
  ['an unknown field of users', ['GET', '/api/users?where[nope][equals]=1', undefined, 'author']],
  [
    // With a condition: where there is none, FerretDB estimates how many there are.
    'the users',
    ['GET', '/api/users?sort=email&where[email][exists]=true', undefined, 'author'],
  ],
  ['a user without an e-mail', ['POST', '/api/users', { password: 'x' }, 'author']],
  ['a user that is there', ['POST', '/api/users', first, 'author']],
  ['oneself', ['GET', '/api/users/me', undefined, 'author']],
  ['what is forbidden', ['GET', '/api/secrets', undefined, 'author']],
  ['what there is none of', ['GET', '/api/nothing']],
  ['a file that is none', ['POST', '/api/media', {}, 'author']],
  ['a global without a title', ['POST', '/api/globals/site', {}, 'author']],
  ['JSON that is none', ['POST', '/api/pages', '{', 'author']],
  ['a lost password', ['POST', '/api/users/forgot-password', { email: 'boss@host.test' }]],
  [
    'a lost password of a member',
    ['POST', '/api/members/forgot-password', { email: 'm@host.test' }],
  ],
  ['a lost password of nobody', ['POST', '/api/users/forgot-password', { email: 'no@host.test' }]],
  ['a token that is none', ['POST', '/api/users/reset-password', { token: 'x', password: 'y' }]],
  ['a preference', ['POST', '/api/payload-preferences/x', { value: 1 }, 'author']],
  ['a preference of nobody', ['POST', '/api/payload-preferences/x', { value: 1 }]],
  ['GraphQL: a page', graphql(titled, 'author')],
  ['GraphQL: a page at a taken path', graphql(titled, 'author')],
  ['GraphQL: a page by nobody', graphql(titled)],
  ['GraphQL: a page without a title', graphql(newPage, 'author')],
  ['GraphQL: a page without a title, in Chinese', graphql(newPage, 'author', 'zh')],
  [
    'GraphQL: pages',
    graphql('{ Pages(sort: "path") { docs { title path } totalPages } }', 'author'),
  ],
  ['GraphQL: a page that is not there', graphql(`{ Page(id: ${nobodysId}) { title } }`, 'author')],
  ['GraphQL: what is forbidden', graphql('{ Secrets { docs { text } } }', 'author')],
  ['GraphQL: what there is none of', graphql('{ Nothing { id } }', 'author')],
  ['GraphQL: half a query', graphql('{ Pages(', 'author')],
  ['GraphQL: no query', ['POST', '/api/graphql', {}, 'author']],
  [
    'GraphQL: a wrong password',
    graphql('mutation { loginUser(email: "boss@host.test", password: "x") { token } }'),
  ],
  ['GraphQL: oneself', graphql('{ meUser { user { email nickname } } }', 'author')],
]

describe.each([
  ['as Payload names its errors', false],
  ['where a bundler has renamed them', true],
])('a host with the plugin answers as without, %s', (_how, renamed) => {
  const hosts: Host[] = []
  const answers: Record<string, unknown>[] = [{}, {}]

  beforeAll(async () => {
    if (renamed) renameErrors()
    hosts.push(await startHost({ options: false }), await startHost({}))
    for (const { payload } of hosts) {
      const member = { email: 'm@host.test', password: PASSWORD }
      await payload.create({ collection: 'members' as 'users', data: member })
    }
    for (const [index, host] of hosts.entries())
      for (const [what, ask] of asks)
        (answers[index] as Record<string, unknown>)[what] = normal(await answerOf(host, ask))
  })

  afterAll(async () => {
    for (const { stop } of hosts) await stop()
  })

  it.each(asks.map(([what]) => what))('to %s', (what) => {
    const [without, with_] = answers
    expect(without?.[what]).toBeDefined()
    expect(with_?.[what]).toEqual(without?.[what])
  })

  it('with the same mails, sent by its own adapter at once', async () => {
    const [without, with_] = hosts
    // About a lost password they come after the answer, in no order.
    await settleRecoveries(with_?.payload as Payload)
    const sent = hosts.map(({ mails }) => mails.map((mail) => JSON.stringify(normal(mail))).sort())
    expect(without?.mails).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  })

  it('with codes where the answer is the plugin’s', async () => {
    const [, host] = hosts
    const email = { email: 'boss@host.test', password: 'wrong' }
    expect(await host?.send('POST', '/api/v1/auth/partner-login', email)).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'INVALID_CREDENTIALS' }] },
    })
    const token = await host?.logIn('boss@host.test')
    expect(await host?.send('POST', '/api/tiers', {}, token)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'INVALID_INPUT', path: 'name' }, { code: 'INVALID_INPUT' }] },
    })
    expect(await host?.send('GET', '/api/tiers/99', undefined, token)).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'NOT_FOUND' }] },
    })
    const query = 'mutation { createTier(data: { name: " ", level: 1 }) { id } }'
    expect(await host?.send('POST', '/api/graphql', { query }, token)).toMatchObject({
      body: { errors: [{ extensions: { code: 'INVALID_INPUT', errors: [{ path: 'name' }] } }] },
    })
  })

  it('with the dashboard that it had', async () => {
    const [without, with_] = hosts
    const req: unknown = { payload: with_?.payload, user: { id: 2, collection: 'users' } }
    const boards = [without, with_].map(
      (host) => host?.payload.config.admin.dashboard as unknown as Board,
    )
    const layout: unknown = dashboardLayout({ req: req as never })
    expect(layout).toEqual(boards[0]?.defaultLayout)
    const [had, has] = boards.map((board) => board?.widgets.map(({ slug }) => slug))
    expect(has).toEqual(expect.arrayContaining(had ?? []))
  })
})

type Board = { defaultLayout: unknown; widgets: { slug: string }[] }

const answerOf = async (host: Host, [method, path, body, as, language]: Ask) => {
  if (as && !host.tokens[as]) {
    const data = { email: `${as}@host.test`, password: PASSWORD }
    await host.payload.create({ collection: 'users', data: data })
    host.tokens[as] = (await host.send('POST', '/api/users/login', data)).body.token
  }
  const headers = language && { 'Accept-Language': language }
  return host.send(method, path, body, as && host.tokens[as], headers)
}

/** As Next does in a build: Payload's errors take their names from their classes. */
function renameErrors(): void {
  for (const one of Object.values(payloadExports) as { prototype?: unknown }[])
    if (typeof one === 'function' && one.prototype instanceof Error)
      Object.defineProperty(one, 'name', { value: 't' })
}
