import { readFile, writeFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { formatNames, toWords, type CollectionSlug } from 'payload'

import { defaultSlugs } from '../../src/slugs'
import { order, startCompany, type Client, type Company, type Json } from '../support/fixtures'

/** Written out, for a reviewer to read: `WRITE_MATRIX=1` writes them anew, and the diff is the review. */
const files = { grants: 'test/security/grants.txt', doors: 'test/security/doors.txt' }

const roles = ['nobody', 'customer', 'engineer', 'rival', 'partner', 'sales', 'admin'] as const
type Role = (typeof roles)[number]

let company: Company
const as = {} as Record<Role, Client>

/** Two partners with an order and licenses each, and a third order in draft. */
beforeAll(async () => {
  company = await startCompany()
  for (const role of roles) as[role] = role === 'nobody' ? company.anybody : await company.as(role)
  for (const who of ['partner', 'rival'] as const) {
    const { body } = await as[who].post('/api/v1/partners/orders', order())
    await as.sales.post(`/api/v1/orders/${body.order.id}/approve`, {})
    await as.sales.post(`/api/v1/orders/${body.order.id}/pay`, {})
    await as[who].post('/api/v1/partners/orders', order({ submit: false }))
  }
})
afterAll(async () => company?.stop())

type Cell = (client: Client) => Promise<number | string>

/** A line of the file: what each role gets, the weakest first, as what is deleted is gone. */
const lineOf = async (name: string, cell: Cell): Promise<string> => {
  const cells: string[] = []
  for (const role of roles) cells.push(String(await cell(as[role])).padEnd(4))
  return `${name.padEnd(56)}${cells.join('')}`.trimEnd()
}

const head = `${''.padEnd(56)}${roles.map((role) => role.slice(0, 3).padEnd(4)).join('')}`.trimEnd()

const compare = async (file: string, lines: string[]): Promise<void> => {
  const text = `${[head, ...lines].join('\n')}\n`
  if (process.env.WRITE_MATRIX === '1') await writeFile(file, text)
  expect(text.split('\n')).toEqual((await readFile(file, 'utf8')).split('\n'))
}

/** One document of the first partner's and one of the other's; of what has no partner, any. */
const pairOf = async (slug: string): Promise<[string, number | string][]> => {
  const { alpha, beta, adminUser, partnerUser } = company.ids
  if (slug === 'users')
    return [
      ['own', partnerUser as string],
      ['foreign', adminUser as string],
    ]
  if (slug === 'partners')
    return [
      ['own', alpha as string],
      ['foreign', beta as string],
    ]
  const { docs } = await company.payload.find({
    collection: slug as CollectionSlug,
    depth: 0,
    pagination: false,
    sort: 'id',
  })
  const of = (partner: unknown) => docs.find((doc) => (doc as Json).partner === partner)?.id
  const pair = [
    ['own', of(alpha)],
    ['foreign', of(beta)],
  ] as [string, number | string | undefined][]
  const found = pair.filter((one): one is [string, number | string] => one[1] !== undefined)
  return found.length > 0 ? found : docs.slice(0, 1).map(({ id }) => ['any', id])
}

const rest =
  (method: 'delete' | 'get' | 'patch' | 'post', path: string, body?: object): Cell =>
  async (client) =>
    (await client[method](path, body)).status

const graphql =
  (query: string): Cell =>
  async (client) => {
    const { body } = await client.post('/api/graphql', { query })
    const [error] = body.errors ?? []
    return error ? (error.extensions?.statusCode ?? error.extensions?.code) : 200
  }

const idOf = (id: number | string): string => (typeof id === 'number' ? String(id) : `"${id}"`)

const linesOf = async (slug: string): Promise<string[]> => {
  const one = toWords(formatNames(slug).singular, true)
  const many = toWords(formatNames(slug).plural, true)
  const pair = await pairOf(slug)
  const lines = [
    await lineOf(`${slug} list`, rest('get', `/api/${slug}?limit=1&depth=0`)),
    await lineOf(`${slug} list graphql`, graphql(`{ ${many}(limit: 1) { totalDocs } }`)),
    await lineOf(`${slug} count`, rest('get', `/api/${slug}/count`)),
    await lineOf(`${slug} create`, rest('post', `/api/${slug}`, {})),
  ]
  for (const [whose, id] of pair) {
    lines.push(
      await lineOf(`${slug} read ${whose}`, rest('get', `/api/${slug}/${id}?depth=0`)),
      await lineOf(`${slug} read ${whose} graphql`, graphql(`{ ${one}(id: ${idOf(id)}) { id } }`)),
      await lineOf(`${slug} update ${whose}`, rest('patch', `/api/${slug}/${id}`, {})),
      await lineOf(
        `${slug} update ${whose} graphql`,
        graphql(`mutation { update${one}(id: ${idOf(id)}, data: {}) { id } }`),
      ),
    )
  }
  return lines
}

const deletesOf = async (slug: string): Promise<string[]> => {
  const one = toWords(formatNames(slug).singular, true)
  const lines: string[] = []
  for (const [whose, id] of await pairOf(slug))
    lines.push(
      await lineOf(
        `${slug} delete ${whose} graphql`,
        graphql(`mutation { delete${one}(id: ${idOf(id)}) { id } }`),
      ),
      await lineOf(`${slug} delete ${whose}`, rest('delete', `/api/${slug}/${id}`)),
    )
  return lines
}

const own = Object.values(defaultSlugs) as string[]

/** Users go last: who is deleted is out. */
const slugs = [...own.filter((slug) => slug !== 'users'), 'users']

describe('what each role gets', () => {
  it('of every route that Payload adds by itself is as written', async () => {
    const { config } = company.payload
    const lines: string[] = []
    for (const { endpoints, slug } of config.collections.filter((one) => !own.includes(one.slug))) {
      lines.push(`collection ${slug}`)
      for (const { method, path } of endpoints || [])
        lines.push(
          await lineOf(
            `  ${method} /${slug}${path}`,
            rest(
              method as 'get',
              `/api/${slug}${sampleOf(path)}`,
              method === 'get' ? undefined : {},
            ),
          ),
        )
    }
    for (const { endpoints, slug } of config.globals) {
      lines.push(`global ${slug}`)
      for (const { method, path } of endpoints || [])
        lines.push(
          await lineOf(
            `  ${method} /globals/${slug}${path}`,
            rest(
              method as 'get',
              `/api/globals/${slug}${sampleOf(path)}`,
              method === 'get' ? undefined : {},
            ),
          ),
        )
    }
    lines.push('endpoints of a collection of ours')
    const usual = config.collections.find(({ slug }) => slug === 'products')?.endpoints || []
    lines.push(...usual.map(({ method, path }) => `  ${method} ${path}`))
    lines.push('endpoints of users beside')
    const auth = config.collections.find(({ slug }) => slug === 'users')?.endpoints || []
    const known = new Set(usual.map(({ method, path }) => `${method} ${path}`))
    lines.push(
      ...auth
        .map(({ method, path }) => `${method} ${path}`)
        .filter((one) => !known.has(one))
        .map((one) => `  ${one}`),
    )
    lines.push('endpoints of the root')
    lines.push(
      ...config.endpoints
        .filter(({ path }) => !path.startsWith('/v1'))
        .map(({ method, path }) => `  ${method} ${path}`),
    )
    lines.push(await lineOf('  get /users/init', rest('get', '/api/users/init')))
    lines.push(
      await lineOf(
        '  post /users/first-register',
        rest('post', '/api/users/first-register', {
          email: 'first@first.test',
          password: 'a-Password-of-tests-1',
        }),
      ),
    )
    await compare(files.doors, lines)
  })

  it('of every collection by every operation and interface is as written', async () => {
    const lines: string[] = []
    for (const slug of slugs) lines.push(...(await linesOf(slug)))
    for (const slug of slugs) lines.push(...(await deletesOf(slug)))
    await compare(files.grants, lines)
  })
})

const sampleOf = (path: string): string =>
  path === '/'
    ? ''
    : path
        .replace(/\/:\w+\?$/, '')
        .replace(/:key\b/, 'nav')
        .replace(/:\w+/g, '1')
