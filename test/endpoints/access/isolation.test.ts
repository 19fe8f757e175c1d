import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { defaultSlugs } from '../../../src/slugs'
import {
  client,
  line,
  order,
  PASSWORD,
  startCompany,
  type Client,
  type Company,
} from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company
let partner: Client
let rival: Client
let customer: Client
/** Documents of the rival, by collection. */
let theirs: Record<string, string[]>
/** A draft, an order under review and an approved one of the partner. */
let own: { draft: string; pending: string; approved: string }

const owned = ['partners', 'customers', 'orders', 'order-items', 'licenses', 'users'] as const
const place = async (who: Client, changes: object = {}): Promise<string> => {
  const { body } = await who.post('/api/v1/partners/orders', order(changes))
  return body.order.id
}

beforeAll(async () => {
  company = await startCompany()
  partner = await company.as('partner')
  rival = await company.as('rival')
  customer = await company.as('customer')
  const sales = await company.as('sales')
  own = {
    draft: await place(partner, { submit: false }),
    pending: await place(partner),
    approved: await place(partner),
  }
  await sales.post(`/api/v1/orders/${own.approved}/approve`, {})
  await sales.patch(`/api/orders/${own.approved}`, { internalNotes: 'margin-secret' })
  await place(rival, { submit: false, notes: 'rival-secret' })
  await place(rival, { notes: 'rival-secret' })
  const done = await place(rival, { items: [line({ endUserName: 'Rivals-Customer' })] })
  await sales.post(`/api/v1/orders/${done}/approve`, {})
  await sales.post(`/api/v1/orders/${done}/pay`, {})
  const { beta, rivalUser } = company.ids
  const partnerIs = { partner: { equals: beta } }
  theirs = {
    partners: [String(beta)],
    users: [String(rivalUser)],
    customers: (await allOf(company.payload, 'customers', partnerIs)).map(({ id }) => String(id)),
    orders: (await allOf(company.payload, 'orders', partnerIs)).map(({ id }) => String(id)),
    licenses: (await allOf(company.payload, 'licenses', partnerIs)).map(({ id }) => String(id)),
    'order-items': (await allOf(company.payload, 'order-items', partnerIs)).map(({ id }) =>
      String(id),
    ),
  }
  for (const slug of owned)
    expect([slug, theirs[slug]?.length ? 'some' : 'none']).toEqual([slug, 'some'])
})
afterAll(async () => company?.stop())

const gql = (who: Client, query: string) => who.post('/api/graphql', { query })
const names: Record<string, [one: string, many: string]> = {
  partners: ['Partner', 'Partners'],
  customers: ['Customer', 'Customers'],
  orders: ['Order', 'Orders'],
  'order-items': ['OrderItem', 'OrderItems'],
  licenses: ['License', 'Licenses'],
  users: ['User', 'Users'],
}

describe.each(owned)('what another partner has: %s', (slug) => {
  it('is not found by its ID, and can be neither changed nor deleted', async () => {
    for (const id of theirs[slug] as string[])
      for (const who of [partner, customer]) {
        const answers = [
          await who.get(`/api/${slug}/${id}`),
          await who.get(`/api/${slug}/${id}?depth=5&draft=true&trash=true`),
          await who.patch(`/api/${slug}/${id}`, { notes: 'mine now', name: 'mine now' }),
          await who.delete(`/api/${slug}/${id}`),
          await who.post(`/api/${slug}/${id}/duplicate`, {}),
        ]
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
        for (const { body } of answers) expect(body.errors[0].code).toBe('NOT_FOUND')
      }
  })

  it('is in no list, count or bulk write, whatever is asked for', async () => {
    const ids = theirs[slug] as string[]
    const asked = ids.map((id) => `where[id][in][]=${id}`).join('&')
    const wide = 'where[or][0][id][exists]=true&where[or][1][id][exists]=false'
    for (const who of [partner, customer])
      for (const query of ['limit=0', asked, wide, `${wide}&depth=5`]) {
        const { body } = await who.get(`/api/${slug}?${query}`)
        const seen = (body.docs ?? []).map(({ id }: { id: string }) => String(id))
        expect(seen.filter((id: string) => ids.includes(id))).toEqual([])
      }
    const before = await allOf(company.payload, slug, { id: { in: ids } })
    await partner.patch(`/api/${slug}?${asked}`, { notes: 'mine now', name: 'mine now' })
    await partner.delete(`/api/${slug}?${asked}`)
    expect(await allOf(company.payload, slug, { id: { in: ids } })).toEqual(before)
  })

  it('is in no GraphQL answer', async () => {
    const [one, many] = names[slug] as [string, string]
    for (const id of theirs[slug] as string[]) {
      const found = await gql(partner, `{ ${one}(id: "${id}") { id } }`)
      expect(found.body.data?.[one] ?? null).toBeNull()
      const listed = await gql(
        partner,
        `{ ${many}(where: { id: { equals: "${id}" } }) { totalDocs } }`,
      )
      expect(listed.body.data?.[many]?.totalDocs ?? 0).toBe(0)
      const removed = await gql(partner, `mutation { delete${one}(id: "${id}") { id } }`)
      expect(removed.body.errors[0].extensions.code).toBe('FORBIDDEN')
      expect(removed.body.data?.[`delete${one}`] ?? null).toBeNull()
    }
    expect(await allOf(company.payload, slug, { id: { in: theirs[slug] } })).toHaveLength(
      (theirs[slug] as string[]).length,
    )
  })
})

describe('the v1 routes', () => {
  const actions = ['submit', 'approve', 'reject', 'return', 'pay', 'complete', 'revise', 'cancel']
  const routes = (
    id: string,
  ): [method: 'get' | 'patch' | 'post', path: string, body?: object][] => [
    ['get', `/api/v1/partners/orders/${id}`],
    ['patch', `/api/v1/partners/orders/${id}`, { items: [] }],
    ['post', `/api/v1/partners/orders/${id}/submit`, {}],
    ...actions.map(
      (action) =>
        ['post', `/api/v1/orders/${id}/${action}`, { reason: 'why' }] as ['post', string, object],
    ),
  ]

  it('answer 404 for each order of another partner', async () => {
    for (const id of theirs.orders as string[])
      for (const [method, path, body] of routes(id)) {
        const answer = await partner[method](path, body)
        expect([path, answer.status]).toEqual([path, 404])
        const unknown = await partner[method](path.replace(id, 'no-such-order'), body)
        expect(unknown.body).toEqual(answer.body)
      }
  })

  it('list own orders alone', async () => {
    for (const query of [
      '',
      `?where[partner][equals]=${company.ids.beta}`,
      '?where[or][0][id][exists]=true',
    ]) {
      const { body } = await partner.get(`/api/v1/partners/orders${query}`)
      for (const { partner: by } of body.docs) expect(by.id).toBe(String(company.ids.alpha))
    }
    expect((await partner.get('/api/v1/partners/orders')).body.totalDocs).toBe(3)
  })

  it('want a login', async () => {
    for (const who of [company.anybody, client(company.url, 'not-a-token')]) {
      for (const [method, path, body] of [
        ...routes(own.pending),
        ['get', '/api/v1/partners/orders'],
        ['post', '/api/v1/partners/orders', order()],
        ['get', '/api/v1/partners/products'],
        ['get', '/api/v1/partners/price-list'],
        ['post', '/api/v1/auth/partner-logout', {}],
      ] as ['get' | 'patch' | 'post', string, object?][]) {
        const answer = await who[method](path, body)
        expect([path, answer.status, answer.body.errors[0].code]).toEqual([
          path,
          401,
          'UNAUTHENTICATED',
        ])
      }
    }
  })

  it('let a partner submit and cancel its own, but decide nothing', async () => {
    for (const action of ['approve', 'reject', 'return', 'pay', 'complete']) {
      const { body, status } = await partner.post(`/api/v1/orders/${own.pending}/${action}`, {
        reason: 'why',
      })
      expect([action, status, body.errors[0].code]).toEqual([action, 403, 'FORBIDDEN'])
    }
  })

  it('are closed to engineers and customers, but for reading', async () => {
    const engineer = await company.as('engineer')
    for (const [method, path, body] of routes(own.approved)) {
      expect([path, (await engineer[method](path, body)).status]).toEqual([path, 404])
      expect([path, (await customer[method](path, body)).status]).toEqual([path, 404])
    }
    for (const who of [engineer, customer])
      expect((await who.post('/api/v1/partners/orders', order())).status).toBe(403)
  })
})

describe('fields that a role may not see', () => {
  const hidden: [collection: string, path: string][] = [
    ['orders', 'internalNotes'],
    ['orders', 'requestKey'],
    ['orders', 'requestHash'],
    ['orders', 'partner.internalNotes'],
    ['orders', 'decidedBy.hash'],
    ['partners', 'internalNotes'],
    ['customers', 'notes'],
    ['customers', 'partner.internalNotes'],
    ['order-items', 'priceListItem'],
    ['order-items', 'priceListItem.unitPrice'],
    ['order-items', 'tier'],
    ['order-items', 'order.internalNotes'],
    ['order-items', 'order.partner.internalNotes'],
    ['licenses', 'issueKey'],
    ['licenses', 'internalNotes'],
    ['licenses', 'order.internalNotes'],
    ['licenses', 'orderItem.priceListItem'],
    ['users', 'hash'],
    ['users', 'salt'],
    ['users', 'partnerActive'],
    ['users', 'resetPasswordToken'],
    ['users', 'partner.internalNotes'],
  ]

  it.each(hidden)('cannot be asked for, sorted or joined by: %s %s', async (slug, path) => {
    for (const query of [
      `where[${path}][exists]=true`,
      `where[${path}][like]=secret`,
      `sort=${path}`,
    ]) {
      const { body, status } = await partner.get(`/api/${slug}?${query}`)
      expect([query, status, body.docs]).toEqual([query, 422, undefined])
      const at = query.startsWith('sort') ? 'sort' : `where.${path}`
      expect(body.errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: at })
    }
  })

  it('stay away however deep an answer goes', async () => {
    const ask = [
      `/api/orders?depth=5&limit=0`,
      `/api/orders?depth=5&select[internalNotes]=true&select[requestKey]=true`,
      `/api/orders?depth=5&populate[partners][internalNotes]=true&populate[users][email]=true`,
      `/api/orders?depth=3&joins[licenses][limit]=50&joins[items][limit]=50`,
      `/api/order-items?depth=5&limit=0`,
      `/api/licenses?depth=5&limit=0`,
      `/api/customers?depth=5&limit=0`,
      `/api/partners?depth=5&showHiddenFields=true`,
      `/api/users?depth=5&showHiddenFields=true`,
      `/api/users/me?depth=5`,
      `/api/v1/partners/orders/${own.approved}`,
      `/api/v1/partners/price-list`,
    ]
    for (const path of ask) {
      const { body, status } = await partner.get(path)
      expect([path, status]).toEqual([path, 200])
      const text = JSON.stringify(body)
      expect(text).not.toMatch(/secret|requestKey|issueKey|nameKey|priceListItem|"salt"|"hash"/)
      expect(text).not.toMatch(/sales@company|The sales|rival@company|Rivals-Customer|Beta/)
    }
  })

  it('do not come through a relationship: who decided is an ID, and its e-mail no condition', async () => {
    const { body } = await partner.get(`/api/orders/${own.approved}?depth=5`)
    expect(body.decidedBy).toBe(company.ids.salesUser)
    const asked = await partner.get('/api/orders?where[decidedBy.email][like]=sales')
    expect(asked.body.docs ?? []).toEqual([])
    const graph = await gql(
      partner,
      `{ Order(id: "${own.approved}") { decidedBy { email name } } }`,
    )
    expect(JSON.stringify(graph.body)).not.toMatch(/sales@company|The sales/)
    const deep = `{ Orders { docs { internalNotes partner { internalNotes } licenses { docs { internalNotes order { internalNotes } } } } } }`
    const { body: inner } = await gql(partner, deep)
    expect(JSON.stringify(inner)).not.toMatch(/margin-secret|secret-note/)
  })
})

describe('locks of documents under edit', () => {
  it('are a partner’s own, and staff’s all', async () => {
    const lock = (user: unknown, id: string) =>
      company.payload.create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: 'orders', value: id },
          user: { relationTo: 'users', value: user },
        } as never,
      })
    const theirLock = await lock(company.ids.rivalUser, theirs.orders?.[0] as string)
    const ownLock = await lock(company.ids.partnerUser, own.draft)
    const seen = async (who: Client) =>
      ((await who.get('/api/payload-locked-documents?depth=0')).body.docs ?? []).map(
        ({ id }: { id: string }) => id,
      )
    expect(await seen(partner)).toEqual([ownLock.id])
    expect((await seen(await company.as('sales'))).length).toBe(2)
    expect(await seen(company.anybody)).toEqual([])
    const removed = await partner.delete(`/api/payload-locked-documents/${theirLock.id}`)
    expect(removed.status).toBe(404)
  })
})

describe('outsiders and users of inactive partners', () => {
  it('reach no collection without a login', async () => {
    for (const slug of Object.values(defaultSlugs)) {
      const answers = [
        await company.anybody.get(`/api/${slug}`),
        await company.anybody.get(`/api/${slug}/${own.pending}`),
        await company.anybody.post(`/api/${slug}`, {}),
        await company.anybody.patch(`/api/${slug}/${own.pending}`, {}),
        await company.anybody.delete(`/api/${slug}/${own.pending}`),
      ]
      for (const { body, status } of answers) {
        expect([slug, [401, 403].includes(status)]).toEqual([slug, true])
        expect(body.docs).toBeUndefined()
      }
    }
  })

  it('are refused at each login when their partner is inactive, and with an older token', async () => {
    const email = 'colleague@company.test'
    const older = await company.as('colleague')
    expect((await older.get('/api/v1/partners/orders')).status).toBe(200)
    const admin = await company.as('admin')
    // Selecting other fields must not matter.
    await admin.patch(`/api/partners/${company.ids.alpha}?select[name]=true`, {
      status: 'INACTIVE',
    })
    try {
      for (const path of ['/api/v1/auth/partner-login', '/api/users/login'])
        expect((await company.anybody.post(path, { email, password: PASSWORD })).status).toBe(401)
      expect((await older.get('/api/v1/partners/orders')).status).toBe(401)
      expect((await older.post('/api/v1/partners/orders', order())).status).toBe(401)
      expect((await older.get(`/api/v1/partners/orders/${own.pending}`)).status).toBe(401)
      for (const slug of Object.values(defaultSlugs)) {
        const { body, status } = await older.get(`/api/${slug}`)
        expect([slug, status, body.docs]).toEqual([slug, 403, undefined])
      }
      const graph = await gql(older, '{ Orders { totalDocs } }')
      expect(graph.body.data?.Orders ?? null).toBeNull()
    } finally {
      await admin.patch(`/api/partners/${company.ids.alpha}`, { status: 'ACTIVE' })
    }
    // Who is let in again logs in again; a token of before stays dead.
    expect((await older.get('/api/v1/partners/orders')).status).toBe(401)
    const anew = client(company.url, await company.logIn('colleague'))
    expect((await anew.get('/api/v1/partners/orders')).status).toBe(200)
  })

  it('keep their access when a partner changes in another way', async () => {
    const admin = await company.as('admin')
    const anew = client(company.url, await company.logIn('partner'))
    await admin.patch(`/api/partners/${company.ids.alpha}?select[name]=true`, { phone: '1' })
    expect((await anew.get('/api/v1/partners/orders')).status).toBe(200)
  })

  it('cannot place orders for a user of no partner', async () => {
    const stray = await company.as('stray')
    expect((await stray.post('/api/v1/partners/orders', order())).status).toBe(403)
    expect((await stray.post('/api/orders', {})).status).toBe(403)
    expect((await stray.get('/api/orders')).body.docs ?? []).toEqual([])
  })
})
