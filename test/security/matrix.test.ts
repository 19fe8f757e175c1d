import { afterAll, beforeAll, describe, it } from '@jest/globals'
import { formatNames, toWords } from 'payload'

import { defaultSlugs } from '../../src/slugs'
import type { Company } from '../support/fixtures'
import { graphqlCreate } from './graphqlCreate'
import {
  compare,
  graphql,
  idOf,
  lineOf,
  logInAnew,
  pairOf,
  rest,
  startCrew,
  type Cell,
  type Crew,
} from './roleMatrix'

let company: Company
let as: Crew

beforeAll(async () => {
  ;({ as, company } = await startCrew())
})
afterAll(async () => company?.stop())

const row = (name: string, cell: Cell): Promise<string> => lineOf(as, name, cell)

const linesOf = async (slug: string): Promise<string[]> => {
  const one = toWords(formatNames(slug).singular, true)
  const many = toWords(formatNames(slug).plural, true)
  const pair = await pairOf(company, slug)
  const lines = [
    await row(`${slug} list`, rest('get', `/api/${slug}?limit=1&depth=0`)),
    await row(`${slug} list graphql`, graphql(`{ ${many}(limit: 1) { totalDocs } }`)),
    await row(`${slug} count`, rest('get', `/api/${slug}/count`)),
    await row(`${slug} create`, rest('post', `/api/${slug}`, {})),
    await row(`${slug} create graphql`, await graphqlCreate(as.admin, one)),
  ]
  for (const [whose, id] of pair) {
    lines.push(
      await row(`${slug} read ${whose}`, rest('get', `/api/${slug}/${id}?depth=0`)),
      await row(`${slug} read ${whose} graphql`, graphql(`{ ${one}(id: ${idOf(id)}) { id } }`)),
      await row(`${slug} update ${whose}`, rest('patch', `/api/${slug}/${id}`, {})),
      await row(
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
  for (const [whose, id] of await pairOf(company, slug))
    lines.push(
      await row(
        `${slug} delete ${whose} graphql`,
        graphql(`mutation { delete${one}(id: ${idOf(id)}) { id } }`),
      ),
      await row(`${slug} delete ${whose}`, rest('delete', `/api/${slug}/${id}`)),
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
          await row(
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
          await row(
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
    const beside = auth.filter(({ method, path }) => !known.has(`${method} ${path}`))
    // Whoever logs out is out.
    for (const { method, path } of beside.toSorted((one) => (one.path === '/logout' ? 1 : -1)))
      lines.push(
        await row(
          `  ${method} /users${path}`,
          rest(method as 'get', `/api/users${sampleOf(path)}`, bodyFor(method, path)),
        ),
      )
    lines.push('endpoints of the root')
    lines.push(
      ...config.endpoints
        .filter(({ path }) => !path.startsWith('/v1'))
        .map(({ method, path }) => `  ${method} ${path}`),
    )
    await compare('doors', lines)
    await logInAnew(company, as)
  })

  it('of every collection by every operation and interface is as written', async () => {
    const lines: string[] = []
    for (const slug of slugs) lines.push(...(await linesOf(slug)))
    for (const slug of slugs) lines.push(...(await deletesOf(slug)))
    await compare('grants', lines)
  })
})

const sampleOf = (path: string): string =>
  path === '/'
    ? ''
    : path
        .replace(/\/:\w+\?$/, '')
        .replace(/:key\b/, 'nav')
        .replace(/:\w+/g, '1')

const strong = 'a-Password-of-tests-1'

/** Of an account that does not exist, so that nobody is locked out, told or let in by it. */
const stranger = { email: 'nobody@nowhere.test', password: strong }

const bodyFor = (method: string, path: string): object | undefined => {
  if (method === 'get') return undefined
  return path === '/reset-password' ? { token: 'no-such-token', password: strong } : stranger
}
