import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getIntrospectionQuery } from 'graphql'
import type { Payload } from 'payload'

import { startCompany, type Company, type Json } from '../support/fixtures'

type Answered = { status: number; body: Json }
type Send = (body: unknown, token?: string) => Promise<Answered>

let company: Company
const sends: Record<string, Send> = {}

/** Payload's own route of a Next host finds the running instance under its default key. */
const asDefault = (payload: Payload): void => {
  const { _payload } = globalThis as unknown as { _payload: Map<string, unknown> }
  const known = [..._payload.values()].find(
    (one) => (one as { payload: Payload }).payload === payload,
  )
  _payload.set('default', known)
}

beforeAll(async () => {
  company = await startCompany()
  asDefault(company.payload)
  const headersOf = (token?: string) => ({
    'content-type': 'application/json',
    ...(token && { authorization: `JWT ${token}` }),
  })
  const answerOf = async (response: Response): Promise<Answered> => ({
    status: response.status,
    body: await response.json(),
  })
  const bodyOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))
  sends.ours = async (body, token) =>
    answerOf(
      await fetch(`${company.url}/api/graphql`, {
        method: 'POST',
        headers: headersOf(token),
        body: bodyOf(body),
      }),
    )
  const route = GRAPHQL_POST(Promise.resolve(company.payload.config))
  sends['a Next host’s'] = async (body, token) =>
    answerOf(
      await route(
        new Request(`${company.url}/api/graphql`, {
          method: 'POST',
          headers: headersOf(token),
          body: bodyOf(body),
        }),
      ),
    )
})
afterAll(async () => company?.stop())

const chain = (length: number, spread: (next: string) => string, last: string): string =>
  Array.from({ length }, (_, i) => `fragment F${i} on Query{${spread(`...F${i + 1}`)}}`).join(' ') +
  ` fragment F${length} on Query{${last}}`
const nested = (levels: number) => 'docs{id '.repeat(levels) + '}'.repeat(levels)
const logins = (times: number, field: string) =>
  Array.from({ length: times }, (_, i) => `a${i}:${field}`).join(' ')
const login = 'loginUser(email:"admin@company.test",username:"user-admin",password:"guess"){token}'
const list = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const deepWhere = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ AND: [inner] }), {})

/** Documents that would keep a process busy, or break what looks at them. */
const refused: [name: string, body: object | string, message: RegExp][] = [
  [
    'fragments that double at each level',
    { query: `{...F0} ${chain(25, (next) => `${next} ${next}`, '__typename')}` },
    /At most \d+ selections/,
  ],
  [
    'the same inside of introspection',
    {
      query: `{__schema{...F0}} ${chain(25, (next) => `${next} ${next}`, '__typename').replaceAll('on Query', 'on __Schema')}`,
    },
    /At most \d+ selections/,
  ],
  [
    'fragments in a circle',
    { query: '{...A} fragment A on Query{...B} fragment B on Query{...A}' },
    /itself/,
  ],
  ['a fragment of itself', { query: '{...A} fragment A on Query{...A}' }, /itself/],
  ['a subscription', { query: 'subscription{x}' }, /no subscription/],
  [
    'more words than a query has',
    { query: `{${'__typename '.repeat(5_000)}}` },
    /4000 tokens|Document contains more/,
  ],
  [
    'a document without end',
    { query: '{a'.repeat(300_000) },
    /tokens|Too many brackets|Maximum call stack/,
  ],
  ['an argument without end', { query: `{Orders(page:${list(1_900)}){totalDocs}}` }, /brackets/],
  ['many levels', { query: `{Orders{${nested(20)}}}` }, /At most 16 levels/],
  [
    'many levels by way of fragments',
    { query: `{...F0} ${chain(20, (next) => `Access{${next}}`, '__typename')}` },
    /At most 16 levels/,
  ],
  [
    'many fragments',
    { query: `{...F0} ${chain(60, (next) => next, '__typename')}` },
    /At most 50 fragments/,
  ],
  [
    'deep fragments in a long chain',
    {
      query: `{...F0} ${chain(40, (next) => `${'a{'.repeat(25)}${next}${'}'.repeat(25)}`, 'a')}`,
    },
    /At most 16 levels/,
  ],
  ['many fields at the top', { query: `{${logins(21, '__typename')}}` }, /At most 20 fields/],
  [
    'many fields at the top, in fragments',
    {
      query: `{...A ...B} fragment A on Query{${logins(11, '__typename')}} fragment B on Query{${logins(11, 'Access{canAccessAdmin}').replaceAll('a', 'b')}}`,
    },
    /At most 20 fields/,
  ],
  ['many aliases', { query: `{Orders{docs{${logins(51, 'id')}}}}` }, /At most 50 aliases/],
  ['54 passwords at once', { query: `mutation{${logins(54, login)}}` }, /At most 20 fields/],
  ['two passwords at once', { query: `mutation{${logins(2, login)}}` }, /once in a request/],
  [
    'two passwords, one in a fragment',
    { query: `mutation{${login} ...A} fragment A on Mutation{b:${login}}` },
    /once in a request/,
  ],
  [
    'mails to two people',
    {
      query: `mutation{${logins(2, 'forgotPasswordUser(email:"admin@company.test",username:"a")')}}`,
    },
    /once in a request/,
  ],
  [
    'a condition without a value',
    {
      query: 'query($x:Boolean=true){Access{canAccessAdmin @include(if:$x)}}',
      variables: { x: null },
    },
    /Give \$x a value/,
  ],
  [
    'variables without end',
    {
      query: 'query($w:Order_where){Orders(where:$w){totalDocs}}',
      variables: { w: deepWhere(1_000) },
    },
    /levels/,
  ],
  [
    'a hundred thousand wrong variables',
    {
      query: 'query($w:Order_where){Orders(where:$w){totalDocs}}',
      variables: { w: { orderNumber: { in: Array(100_000).fill({}) } } },
    },
    /String cannot represent/,
  ],
  ...[
    'Orders(limit:100){docs{partner{licenses(limit:100){docs{partner{licenses(limit:100){docs{id}}}}}}}}',
    'Orders(limit:100){docs{partner{orders(limit:100){docs{items(limit:100){docs{id}}}}}}}',
    Array.from(
      { length: 20 },
      (_, page) =>
        `a${page}:UsageDays(limit:100,page:${page + 1}){docs{license{customer{licenses{d:docs{id}}}}}}`,
    ).join(' '),
  ].map((query): [string, object, RegExp] => [
    `lists within lists within lists: ${query.slice(0, 60)}`,
    { query: `{${query}}` },
    /lists within lists/,
  ]),
  [
    'the same by a fragment and a variable',
    {
      query: `query($n:Int){Orders(limit:$n){...P}}
        fragment P on Orders{docs{partner{orders(limit:$n){...Q}}}}
        fragment Q on Orders{docs{items{docs{id}}}}`,
      variables: { n: 100 },
    },
    /lists within lists/,
  ],
  [
    'a variable of another type',
    { query: 'query($p:Int){Orders(page:$p){totalDocs}}', variables: { p: {} } },
    /Int cannot/,
  ],
]

describe.each(['ours', 'a Next host’s'])('GraphQL over %s route', (name) => {
  const send: Send = (body, token) => (sends[name] as Send)(body, token)

  it.each(refused)('does not look into %s', async (_name, body, message) => {
    const { body: answered, status } = await send(body)
    expect([status < 500, answered.errors?.[0]?.message]).toEqual([
      true,
      expect.stringMatching(message),
    ])
    expect(answered.data).toBeUndefined()
  })

  it.each([
    ['a batch', [{ query: '{__typename}' }]],
    ['variables that are a list', { query: '{__typename}', variables: [1] }],
    ['no query', {}],
    ['null', 'null'],
    ['an unknown operation', { query: 'query A{__typename}', operationName: 'B' }],
    ['two operations without a name', { query: 'query A{__typename} query B{__typename}' }],
  ])('never breaks over %s', async (_name, body) => {
    expect((await send(body)).status).toBeLessThan(500)
  })

  it('answers what an ordinary client asks for, the schema too', async () => {
    const token = await company.logIn('partner')
    const schema = await send({ query: getIntrospectionQuery() }, token)
    expect(schema.body.data.__schema.queryType.name).toBe('Query')
    const page = await send(
      {
        query: `query P($n:Int){a:Orders(limit:$n){docs{...O} totalDocs} b:Licenses{docs{id licenseId}}
          Access{canAccessAdmin}} fragment O on Order{id orderNumber partner{id name}}`,
        variables: { n: 5 },
      },
      token,
    )
    expect(page.body).toMatchObject({ data: { a: { totalDocs: 0 }, b: { docs: [] } } })
    const nested = await send(
      {
        query: '{Orders(limit:100){docs{items(limit:100){docs{id}} licenses{docs{id}}}}}',
      },
      token,
    )
    expect(nested.body).toMatchObject({ data: { Orders: { docs: [] } } })
    const one = await send({
      query: `mutation{${login.replace('guess', 'a-Password-of-tests-1')}}`,
    })
    expect(one.body.data.loginUser.token).toEqual(expect.any(String))
  })
})

describe('the option graphql', () => {
  it('closes introspection and sets its limits, and keeps the host’s rules', async () => {
    const strict = await startCompany({ graphql: { introspection: false, maxRootFields: 1 } })
    try {
      const ask = async (query: string) => strict.anybody.post('/api/graphql', { query })
      for (const query of [
        '{__schema{queryType{name}}}',
        '{...A} fragment A on Query{__type(name:"Order"){name}}',
      ])
        expect((await ask(query)).body.errors[0].message).toBe('Introspection is switched off.')
      expect((await ask('{a:__typename b:__typename}')).body.errors[0].message).toBe(
        'At most 1 fields at the top.',
      )
      expect((await ask('{__typename}')).body).toEqual({ data: { __typename: 'Query' } })
    } finally {
      await strict.stop()
    }
  })
})
