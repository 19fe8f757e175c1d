import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { errorTable } from '../../../src/domain/errors'
import { defaultSlugs } from '../../../src/slugs'
import {
  line,
  order,
  startCompany,
  type Answer,
  type Client,
  type Company,
} from '../../support/fixtures'

let company: Company
let partner: Client
let admin: Client
let draft: string
let pending: string

beforeAll(async () => {
  company = await startCompany()
  partner = await company.as('partner')
  admin = await company.as('admin')
  const place = async (changes: object) =>
    (await partner.post('/api/v1/partners/orders', order(changes))).body.order.id
  draft = await place({ submit: false })
  pending = await place({})
})
afterAll(async () => company?.stop())

/** How many documents there are; the counters' values too, as a refusal must use no number. */
const counts = async (): Promise<Record<string, number>> => {
  const found: Record<string, number> = {}
  // That a login was tried is kept, whatever came of it.
  const kept = Object.values(defaultSlugs).filter((slug) => slug !== defaultSlugs.rateWindows)
  for (const slug of kept)
    found[slug] = (await company.payload.db.count({ collection: slug })).totalDocs
  return found
}

/** A refusal: 4xx, in the agreed shape, without a word about the inside. */
const expectRefusal = ({ body, status }: Answer, hint: unknown): void => {
  expect([hint, status >= 400 && status < 500, status]).toEqual([hint, true, status])
  expect([hint, Array.isArray(body.errors) && body.errors.length > 0]).toEqual([hint, true])
  for (const error of body.errors) {
    expect([hint, Object.keys(errorTable)]).toEqual([hint, expect.arrayContaining([error.code])])
    expect(typeof error.message).toBe('string')
  }
  expect(JSON.stringify(body)).not.toMatch(
    /node_modules|\bat .+:\d+:\d+|SQLITE|insert into|select /i,
  )
}
const pathsOf = ({ body }: Answer) => body.errors.map(({ path }: { path?: string }) => path)

const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)

describe('an order with bad input', () => {
  const bad: [name: string, body: unknown, path: string | undefined][] = [
    ['no body', {}, 'items'],
    ['items of a wrong type', { items: 'all' }, 'items'],
    ['an item of a wrong type', { items: [5] }, 'items.0'],
    ['an unknown SKU', order({ items: [line(), line({ sku: 'NO-SUCH' })] }), 'items.1.sku'],
    ['a SKU that is an object', order({ items: [line({ sku: { $ne: '' } })] }), 'items.0.sku'],
    ['an inactive product', order({ items: [line({ sku: 'OLD-ONE' })] }), 'items.0.sku'],
    ['a negative quantity', order({ items: [line({ quantity: -1 })] }), 'items.0.quantity'],
    ['no quantity', order({ items: [line({ quantity: 0 })] }), 'items.0.quantity'],
    ['a fractional quantity', order({ items: [line({ quantity: 1.5 })] }), 'items.0.quantity'],
    ['a huge quantity', order({ items: [line({ quantity: 1e300 })] }), 'items.0.quantity'],
    ['a quantity in text', order({ items: [line({ quantity: '2' })] }), 'items.0.quantity'],
    ['too many years', order({ items: [line({ durationYears: 11 })] }), 'items.0.durationYears'],
    [
      'an unknown license type',
      order({ items: [line({ licenseType: 'free' })] }),
      'items.0.licenseType',
    ],
    [
      'a type without a price',
      order({ items: [line({ licenseType: 'trial' })] }),
      'items.0.licenseType',
    ],
    [
      'control characters',
      order({ items: [line({ endUserName: 'a\u0000b' })] }),
      'items.0.endUserName',
    ],
    ['an empty name', order({ items: [line({ endUserName: '  ' })] }), 'items.0.endUserName'],
    [
      'a long name',
      order({ items: [line({ endUserName: 'x'.repeat(201) })] }),
      'items.0.endUserName',
    ],
    [
      'a wrong e-mail',
      order({ items: [line({ endUserEmail: 'nobody' })] }),
      'items.0.endUserEmail',
    ],
    ['notes with an escape', order({ notes: '\u001b[31m' }), 'notes'],
    ['201 lines', order({ items: Array(201).fill(line()) }), 'items'],
    ['too many licenses', order({ items: Array(2).fill(line({ quantity: 100_000 })) }), 'items'],
    ['no agreement', order({ agreementAcknowledged: false }), 'agreementAcknowledged'],
    ['an agreement in text', order({ agreementAcknowledged: 'yes' }), 'agreementAcknowledged'],
    ['no lines', order({ items: [] }), 'items'],
    ['a list', [], undefined],
    ['null', 'null', undefined],
    ['text', '"order"', undefined],
    ['deep JSON', `{"items":${deep(20_000)}}`, 'items'],
  ]

  it.each(bad)('names the field and writes nothing: %s', async (name, body, path) => {
    const before = await counts()
    for (const [send, to] of [
      [partner.post, '/api/v1/partners/orders'],
      [partner.patch, `/api/v1/partners/orders/${draft}`],
    ] as const) {
      // A draft may be without lines and agreement.
      if (to.includes(draft) && (name === 'no agreement' || name === 'no lines')) continue
      const answer = await send(to, body)
      expectRefusal(answer, [name, to])
      expect(answer.status).toBe(422)
      expect(pathsOf(answer)).toContain(path)
    }
    expect(await counts()).toEqual(before)
  })

  it('is refused with the right status when it is no JSON, of another type, or too large', async () => {
    const before = await counts()
    const to = '/api/v1/partners/orders'
    const large = JSON.stringify(order({ items: Array(10_000).fill(line()) }))
    const cases: [Answer, number, string][] = [
      [await partner.post(to, '{"items":'), 400, 'MALFORMED_JSON'],
      [
        await partner.post(to, 'items=1', { 'Content-Type': 'text/plain' }),
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        await partner.post(to, 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [await partner.post(to, large), 413, 'BODY_TOO_LARGE'],
      [
        await partner.post(to, order(), { 'Idempotency-Key': 'k'.repeat(256) }),
        422,
        'INVALID_INPUT',
      ],
      [await partner.post(to, order(), { 'Idempotency-Key': 'two words' }), 422, 'INVALID_INPUT'],
    ]
    for (const [answer, status, code] of cases) {
      expectRefusal(answer, code)
      expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
    }
    expect(await counts()).toEqual(before)
  })
})

describe('an action on an order', () => {
  it.each([
    ['approve', { remark: 'Fine' }, 'remark'],
    ['cancel', { raeson: 'Not wanted' }, 'raeson'],
    ['reject', { reason: 'Too much', remark: 'Sorry' }, 'remark'],
  ])('%s refuses %j, which it would not keep', async (action, body, path) => {
    const before = await counts()
    const answer = await admin.post(`/api/v1/orders/${pending}/${action}`, body)
    expectRefusal(answer, action)
    expect([answer.status, pathsOf(answer)]).toEqual([422, [path]])
    expect(await counts()).toEqual(before)
  })
})

describe('an ID that is none', () => {
  const junk = [
    'no-such-order',
    "1'%20OR%20'1'='1",
    '1;DROP%20TABLE%20orders',
    'x'.repeat(5_000),
    '%00',
    'a%00b',
    '%E2%98%83',
    '..%2F..%2Fetc',
    '-1',
    '0',
    '9'.repeat(60),
    '[object%20Object]',
    '__proto__',
    'constructor',
    '01a1fbd2-2c23-74fb-bb88-b4832ec36cb1',
  ]

  it.each(junk)('is not found: %s', async (id) => {
    const answers = [
      await partner.get(`/api/v1/partners/orders/${id}`),
      await partner.patch(`/api/v1/partners/orders/${id}`, { items: [] }),
      await admin.post(`/api/v1/orders/${id}/approve`, {}),
      await admin.post(`/api/v1/orders/${id}/reject`, { reason: 'x' }),
      await partner.get(`/api/orders/${id}`),
      await partner.patch(`/api/orders/${id}`, { notes: 'x' }),
      await admin.delete(`/api/orders/${id}`),
    ]
    for (const answer of answers) {
      expectRefusal(answer, id)
      expect([400, 404, 422]).toContain(answer.status)
    }
  })
})

describe('a list', () => {
  const nested = Array.from({ length: 50 }).reduce<string>((path) => `${path}[and][0]`, 'where')
  const bad = [
    'limit=abc',
    'limit=101',
    'limit=0',
    'limit=-1',
    'limit=1e3',
    'page=-1',
    'page=0',
    'page=99999999999999999999',
    'sort=__proto__',
    'sort=constructor',
    'sort=id;drop',
    'sort=noSuchField',
    'sort[]=id',
    'where=junk',
    'where[id]=x',
    'where[id][equals][]=1',
    'where[id][equals][a]=1',
    'where[id][bogus]=1',
    'where[id][near]=1,2,3',
    'where[or]=x',
    'where[and][0]=x',
    'where[noSuchField][equals]=1',
    'where[orderDate][greater_than]=abc',
    'where[id][equals]=%00',
    `where[id][equals]=${'x'.repeat(2_000)}`,
    `${nested}[id][equals]=1`,
  ]

  it.each(bad)('refuses %s', async (query) => {
    const answer = await partner.get(`/api/v1/partners/orders?${query}`)
    expectRefusal(answer, query)
  })

  it('never breaks over odd queries of Payload’s own routes', async () => {
    for (const query of [
      ...bad,
      'depth=abc',
      'depth=-1',
      'depth=99999',
      'select=abc',
      'select[id][x]=1',
      'populate=abc',
      'joins=abc',
      'joins[items]=abc',
      'joins[items][limit]=abc',
      'joins[items][sort]=priceListItem',
      'joins[items][where][priceListItem.unitPrice][greater_than]=0',
      'joins[nothing][limit]=1',
      'locale=xx&fallback-locale=yy',
      'draft=1&trash=1',
      'where[total][equals]=abc',
      'where[total][in]=a,b',
      'where[items.total][greater_than]=0',
      'where[partner.tier.name][like]=G',
    ])
      for (const slug of ['orders', 'order-items', 'licenses', 'partners', 'users']) {
        const answer = await partner.get(`/api/${slug}?${query}`)
        if (answer.status !== 200) expectRefusal(answer, [slug, query])
      }
  })
})

describe('Payload’s own routes', () => {
  const wrong: [slug: string, body: unknown][] = [
    ...['orders', 'order-items', 'partners', 'licenses', 'users', 'customers', 'products'].flatMap(
      (slug) =>
        [[], 'null', '5', '"text"', '{', `{"name":${deep(20_000)},"notes":${deep(20_000)}}`].map(
          (body) => [slug, body] as [string, unknown],
        ),
    ),
    ['orders', { partner: { a: 1 }, notes: { a: 1 }, customer: [1] }],
    ['orders', { partner: 'nope' }],
    ['orders', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
    [
      'order-items',
      { order: { a: 1 }, product: [1], licenseType: {}, quantity: 'x', endUserName: 5 },
    ],
    ['order-items', { order: 'nope', product: 'nope' }],
    ['partners', { name: { a: 1 }, type: 'x', email: 5, taxRateBps: -1, address: 'x', tier: {} }],
    ['partners', { name: 'a\u0000b', email: 'a@b.co' }],
    ['partners', { name: 'No tier', email: 'a@b.co', tier: 'nope' }],
    ['partners', { name: 'Alpha', email: 'a@b.co' }],
    ['partners', { name: 'Taxed', email: 'a@b.co', taxRateBps: 1.5 }],
    ['licenses', { product: { a: 1 } }],
    ['licenses', { product: 'nope', customer: 'nope', startsAt: 'soon', limits: 'x' }],
    ['price-list-items', { unitPrice: 1e300, breaks: 'x' }],
    ['users', { email: {}, password: 5, roles: 'x' }],
    ['users', { email: 'x@y.co', password: 'long-enough-1', roles: ['root'] }],
    ['users', { email: 'sales@company.test', password: 'long-enough-1' }],
  ]

  it.each(wrong)('refuse to create in %s: %j', async (slug, body) => {
    const before = await counts()
    expectRefusal(await admin.post(`/api/${slug}`, body), [slug, body])
    expect(await counts()).toEqual(before)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('refuse a JSON field that is nested without end', async () => {
    const { listEur, suite } = company.ids
    const row = `"priceList":"${listEur}","product":"${suite}","licenseType":"trial","unitPrice":1`
    const before = await counts()
    const answer = await admin.post('/api/price-list-items', `{${row},"breaks":${deep(20_000)}}`)
    expectRefusal(answer, 'breaks')
    expect(pathsOf(answer)).toEqual(['breaks'])
    expect(await counts()).toEqual(before)
  })

  it('refuse to change by wrong types, and leave the document as it was', async () => {
    const { alpha } = company.ids
    const before = await company.payload.findByID({
      collection: 'partners',
      id: alpha as string,
      depth: 0,
    })
    for (const body of [
      [],
      'null',
      '5',
      '"x"',
      { name: {} },
      { email: 5 },
      { address: [] },
      { createdAt: 'x' },
      { tier: 'no' },
      { currency: 'ZZZ' },
      { taxRateBps: 1e99 },
    ])
      expectRefusal(await admin.patch(`/api/partners/${alpha}`, body), body)
    expect(
      await company.payload.findByID({ collection: 'partners', id: alpha as string, depth: 0 }),
    ).toEqual(before)
  })

  it('refuse other content types, and say nothing of the inside for unknown routes', async () => {
    const cases = [
      await partner.post('/api/orders', 'x', { 'Content-Type': 'text/plain' }),
      await partner.post('/api/orders', 'x', { 'Content-Type': 'multipart/form-data; boundary=x' }),
      await partner.post('/api/orders', { notes: 'x'.repeat(2_000_000) }),
      await partner.post('/api/users/verify/none', {}),
      await company.anybody.post('/api/users/login', { email: { a: 1 }, password: [] }),
      await company.anybody.post('/api/users/forgot-password', { email: {} }),
      await company.anybody.post('/api/users/reset-password', { token: {}, password: 5 }),
      await partner.get('/api/nothing'),
      await partner.get('/api/v1/nothing'),
      await partner.get('/api/orders/%E0%A4%A'),
      await partner.post('/api/graphql', { query: '{' }),
      await partner.post('/api/graphql', { query: 5 }),
    ]
    for (const [index, answer] of cases.entries())
      if (!answer.body.errors?.[0]?.extensions) expectRefusal(answer, index)
  })
})

describe('anything at all', () => {
  const loosely = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.record(
      {
        items: fc.array(
          fc.record(
            {
              sku: fc.oneof(fc.constant('ENT-SUITE'), fc.string(), fc.jsonValue()),
              licenseType: fc.oneof(fc.constant('subscription'), fc.string()),
              quantity: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double(), fc.jsonValue()),
              durationYears: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer()),
              endUserName: fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
              endUserEmail: fc.string(),
            },
            { requiredKeys: [] },
          ),
          { maxLength: 4 },
        ),
        agreementAcknowledged: fc.oneof(fc.boolean(), fc.jsonValue()),
        notes: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        submit: fc.oneof(fc.boolean(), fc.jsonValue()),
        reason: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        username: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        password: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  )

  it('is answered by each v1 route with success or a refusal that writes nothing', async () => {
    const routes: [Client['post'], string][] = [
      [partner.post, '/api/v1/partners/orders'],
      [partner.patch, `/api/v1/partners/orders/${draft}`],
      [partner.patch, `/api/v1/partners/orders/${pending}`],
      [partner.post, `/api/v1/orders/${draft}/revise`],
      [partner.post, `/api/v1/orders/${pending}/submit`],
      [partner.post, `/api/v1/partners/orders/${pending}/submit`],
      [partner.post, `/api/v1/orders/${pending}/approve`],
      [admin.post, `/api/v1/orders/${draft}/approve`],
      [admin.post, `/api/v1/orders/${draft}/reject`],
      [admin.post, `/api/v1/orders/${draft}/return`],
      [admin.post, `/api/v1/orders/${pending}/pay`],
      [admin.post, `/api/v1/orders/${pending}/complete`],
      [admin.post, '/api/v1/orders/no-such-order/cancel'],
      [company.anybody.post, '/api/v1/auth/partner-login'],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), loosely, async ([send, path], body) => {
        const before = await counts()
        const answer = await send(path, JSON.stringify(body))
        if (answer.status >= 300) {
          expectRefusal(answer, [path, body])
          expect(await counts()).toEqual(before)
        }
      }),
      { numRuns: 250, endOnFailure: true },
    )
  })
})
