import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { formatNames, type FlattenedField, type SanitizedCollectionConfig } from 'payload'

import { endpoints } from '../../endpoints'
import { parseOptions } from '../../src/options'
import { defaultSlugs } from '../../src/slugs'
import { order, startCompany, type Answer, type Client, type Company } from '../support/fixtures'
import { wrongBodies, wrongQueries, wrongValues } from './fuzzValues'

let company: Company
let admin: Client

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  const partner = await company.as('partner')
  const { body } = await partner.post('/api/v1/partners/orders', order())
  await admin.post(`/api/v1/orders/${body.order.id}/approve`, {})
  await partner.post('/api/v1/partners/orders', order({ submit: false }))
})
afterAll(async () => company?.stop())

const ours = Object.values(defaultSlugs)
const all = [...ours, ...['jobs', 'preferences', 'locked-documents'].map((own) => `payload-${own}`)]

const inside = /node_modules|\bat \S+ \(\S+:\d+:\d+\)|SQLITE|insert into|is not a function/i

/** What no client may be answered: a fault of ours, an error without its code, a look inside. */
const faultOf = ({ body, status }: Answer): string | undefined => {
  const text = JSON.stringify(body)
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (text.includes('"INTERNAL"')) return `INTERNAL ${text.slice(0, 200)}`
  if (status < 400) return undefined
  if (!body.errors?.[0]) return `${status} without errors`
  return inside.test(text) ? `tells of the inside: ${text.slice(0, 200)}` : undefined
}

type Tried = [request: string, fault: string]

/** Sends one request after the other; what was answered as it must not be. */
const faultsOf = async (requests: [string, () => Promise<Answer>][]): Promise<Tried[]> => {
  const faults: Tried[] = []
  for (const [words, send] of requests) {
    const fault = faultOf(await send())
    if (fault) faults.push([words.slice(0, 300), fault])
  }
  return faults
}

const pathsOf = (fields: FlattenedField[], above: string[] = []): string[][] =>
  fields.flatMap((field) => {
    const path = [...above, field.name]
    return 'flattenedFields' in field && field.type === 'group'
      ? [path, ...pathsOf(field.flattenedFields, path)]
      : [path]
  })

/** A document as JSON with another text in one place. */
const withValue = (document: object, [name = '', ...below]: string[], value: string): string => {
  const rest = Object.entries(document).filter(([key]) => key !== name)
  const old = (document as Record<string, object | undefined>)[name] ?? {}
  const put = below.length > 0 ? withValue(old, below, value) : value
  const parts = rest.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`)
  return `{${[...parts, `${JSON.stringify(name)}:${put}`].join(',')}}`
}

/** Some document of a collection, without what no client sets. */
const sample = async (slug: string) => {
  const { body } = await admin.get(`/api/${slug}?limit=1&depth=0`)
  const { createdAt: _made, id, updatedAt: _changed, ...rest } = body.docs?.[0] ?? {}
  return { id: id as string | undefined, rest: rest as Record<string, unknown> }
}

const configOf = (slug: string): SanitizedCollectionConfig =>
  company.payload.collections[slug as 'users'].config

/** Beside the fields: what Payload itself knows. */
const known = ['id', 'createdAt', 'updatedAt', '_status', 'deletedAt', 'password', 'noSuchField']

describe('a wrong value', () => {
  it.each(ours)('in any field of %s is refused by REST, or does no harm', async (slug) => {
    const { id, rest } = await sample(slug)
    const paths = [...pathsOf(configOf(slug).flattenedFields), ...known.map((name) => [name])]
    const requests = paths.flatMap((path) =>
      wrongValues(3).flatMap((value): [string, () => Promise<Answer>][] => {
        const whole = withValue(rest, path, value)
        const part = withValue({}, path, value)
        return [
          [`POST ${slug} ${part}`, () => admin.post(`/api/${slug}?depth=0`, whole)],
          [`PATCH ${slug} ${part}`, () => admin.patch(`/api/${slug}/${id}?depth=0`, part)],
        ]
      }),
    )
    expect(await faultsOf(requests)).toEqual([])
  })

  it.each(ours)('in any field of %s is refused by GraphQL, or does no harm', async (slug) => {
    const singularName = formatNames(slug).singular
    const { id, rest } = await sample(slug)
    const ask = (words: string, variables: string) =>
      admin.post('/api/graphql', `{"query":${JSON.stringify(words)},"variables":${variables}}`)
    const create = `mutation($d: mutation${singularName}Input!) {
      create${singularName}(data: $d) { id } }`
    const update = `mutation($d: mutation${singularName}UpdateInput!, $id: String!) {
      update${singularName}(id: $id, data: $d) { id } }`
    const requests = pathsOf(configOf(slug).flattenedFields).flatMap((path) =>
      wrongValues(1).flatMap((value): [string, () => Promise<Answer>][] => {
        const part = withValue({}, path, value)
        const whole = withValue(rest, path, value)
        const changed = `{"id":${JSON.stringify(id ?? 'x')},"d":${part}}`
        return [
          [`create ${slug} ${part}`, () => ask(create, `{"d":${whole}}`)],
          [`update ${slug} ${part}`, () => ask(update, changed)],
        ]
      }),
    )
    expect(await faultsOf(requests)).toEqual([])
  })

  it('reaches what it is for: some are taken by both', async () => {
    const { id } = await sample('tiers')
    const change = `mutation { updateTier(id: "${id}", data: { name: "Gold again" }) { id } }`
    expect((await admin.post('/api/graphql', { query: change })).body).toEqual({
      data: { updateTier: { id } },
    })
    expect((await admin.patch(`/api/tiers/${id}`, { name: 'Gold anew' })).status).toBe(200)
  })
})

describe('a preference', () => {
  it('that is not there is not deleted, and one that is there is', async () => {
    const url = '/api/payload-preferences/colors'
    const gone = async () => (await admin.delete(url, {})).status
    expect(await gone()).toBe(404)
    await admin.post(url, { value: 'blue' })
    expect([await gone(), await gone()]).toEqual([200, 404])
  })
})

describe('a wrong query', () => {
  it.each(all)('of any route of %s is refused, or does no harm', async (slug) => {
    const { id = '1' } = await sample(slug)
    const reads = ['', `/${id}`, '/count', '/versions', '/versions/1', '/access']
    const requests = [
      ...reads.flatMap((path) =>
        wrongQueries(8).map((query): [string, () => Promise<Answer>] => {
          const url = `/api/${slug}${path}?${query}`
          return [`GET ${url}`, () => admin.get(url)]
        }),
      ),
      ...['', `/${id}`].flatMap((path) =>
        wrongQueries(6).map((query): [string, () => Promise<Answer>] => {
          const url = `/api/${slug}${path}?${query}`
          return [`PATCH ${url}`, () => admin.patch(url, {})]
        }),
      ),
    ]
    expect(await faultsOf(requests)).toEqual([])
  })
})

const odd = [
  ...['versions', 'versions/1', 'access', 'access/x', 'x', '1/duplicate', 'me', 'init', 'file/x'],
  ...['paste-url', 'paste-url/1', 'login', 'unlock', 'refresh-token', 'forgot-password', '%00'],
  ...['reset-password', 'verify/x', 'first-register', 'x/y/z', '__proto__', 'constructor', 'null'],
  ...['9'.repeat(40), 'x'.repeat(5_000), 'a%00b', '..%2f..', '%ED%A0%80'],
]

describe('a wrong request', () => {
  it.each(all)('to any route of %s is refused, or does no harm', async (slug) => {
    const requests = odd.flatMap((path) =>
      (['get', 'post', 'patch', 'put', 'delete'] as const).flatMap((method) => {
        const url = `/api/${slug}/${path}`
        const bodies = method === 'get' ? [undefined] : wrongBodies(1)
        return bodies.map((body): [string, () => Promise<Answer>] => [
          `${method} ${url.slice(0, 60)} ${body?.slice(0, 60)}`,
          () => admin[method](url, body),
        ])
      }),
    )
    expect(await faultsOf(requests)).toEqual([])
  })

  it('to any documented route is answered as its document says', async () => {
    const documented = endpoints(parseOptions({})).filter(({ custom }) => custom?.definition)
    // The one that would end the session of who asks.
    const routes = documented.filter(({ path }) => !path.endsWith('logout'))
    expect(routes.length).toBeGreaterThan(50)
    const requests = routes.flatMap(({ method, path }) =>
      wrongBodies(4).map((body, index): [string, () => Promise<Answer>] => {
        const [query = ''] = wrongQueries(1)
        const [, target = 'x'] = ['', '%00', company.ids.alpha, 'ENT-202611-000001'].map(String)
        const url = `/api${path.replaceAll(/:\w+/g, index % 2 ? 'x' : target)}?${query}`
        const verb = method as 'get' | 'post' | 'patch' | 'delete'
        return [
          `${method} ${url} ${body.slice(0, 60)}`,
          () => admin[verb](url, verb === 'get' ? undefined : body),
        ]
      }),
    )
    expect(await faultsOf(requests)).toEqual([])
  })

  it('was sent by someone who was logged in to the end', async () => {
    expect((await admin.get('/api/users/me')).body.user.email).toBe('admin@company.test')
  })
})
