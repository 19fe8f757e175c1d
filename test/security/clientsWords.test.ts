import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CollectionSlug, Payload } from 'payload'

import { startCompany, type Client, type Company, type Json } from '../support/fixtures'

let company: Company
let admin: Client
let partner: Client

/** More of them than an answer may hold, all of one partner. */
const MANY = 130
const past = '2001-01-01T00:00:00.000Z'

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  partner = await company.as('partner')
  for (let index = 0; index < MANY; index += 1)
    await company.payload.db.create({
      collection: 'customers',
      data: {
        name: `Many ${index}`,
        nameKey: `many:${index}`,
        partner: company.ids.alpha,
        email: `many-${index}@many.test`,
      },
    })
})
afterAll(async () => company?.stop())

const graphql = async (who: Client, query: string, variables: object = {}): Promise<Json> =>
  (await who.post('/api/graphql', { query, variables })).body

describe('an answer', () => {
  it.each(['limit=0', 'limit=1000000', 'pagination=false', 'limit=0&pagination=false'])(
    'has a hundred documents at most, also for staff: %s',
    async (query) => {
      for (const who of [admin, partner]) {
        const { body, status } = await who.get(`/api/customers?${query}&depth=0`)
        expect([status, body.docs.length]).toEqual([200, 100])
      }
    },
  )

  it('has no more over GraphQL, nor as the values of a field', async () => {
    for (const args of ['limit:0', 'limit:5000', 'pagination:false']) {
      const { data } = await graphql(admin, `{Customers(${args}){docs{id}}}`)
      expect(data.Customers.docs).toHaveLength(100)
    }
  })

  it('has no more in a page of the panel, which asks with the request’s headers', async () => {
    const user = await company.payload.findByID({
      collection: 'users',
      id: company.ids.partnerUser as string,
    })
    const asked = {
      collection: 'customers' as const,
      depth: 0,
      limit: 5_000,
      overrideAccess: false,
      user: { ...user, collection: 'users' as const },
    }
    const page = await company.payload.find({
      ...asked,
      req: { headers: new Headers({ host: 'localhost' }) },
    })
    expect(page.docs).toHaveLength(100)
    // What a host's own code asks for in a user's name is the host's to bound.
    expect((await company.payload.find(asked)).docs.length).toBeGreaterThan(MANY)
  })

  it('keeps what fewer are asked for', async () => {
    expect((await partner.get('/api/customers?limit=7')).body).toMatchObject({
      limit: 7,
      hasNextPage: true,
    })
    expect((await partner.get('/api/customers')).body.docs).toHaveLength(10)
    expect(
      (await company.payload.find({ collection: 'customers', limit: 0, depth: 0 })).docs.length,
    ).toBeGreaterThan(MANY)
  })

  it('follows links two steps for partners, five for staff', async () => {
    const { alpha, partnerUser } = company.ids
    const path = `/api/customers?where[partner][equals]=${alpha}&limit=1&depth=10`
    const [seen] = (await partner.get(path)).body.docs
    expect(seen.partner.name).toBe('Alpha')
    let depth: number | undefined
    const { customers } = company.payload.collections
    const spy = ({ args }: { args: { depth?: number } }) => void ({ depth } = args)
    customers.config.hooks.beforeOperation.push(spy as never)
    await partner.get(path)
    expect(depth).toBe(2)
    await admin.get(path)
    expect(depth).toBe(5)
    await admin.get(`${path.replace('depth=10', 'depth=1')}`)
    expect(depth).toBe(1)
    customers.config.hooks.beforeOperation.pop()
    expect(partnerUser).toBeDefined()
  })
})

describe('a joined list', () => {
  it('is cut at a hundred too, over REST and GraphQL', async () => {
    const { listUsd } = company.ids
    for (let index = 0; index < MANY; index += 1) {
      const { id: product } = await company.payload.db.create({
        collection: 'products',
        data: { sku: `S-${index}`, name: `S ${index}`, productType: 'addon', licensePrefix: 'SSS' },
      })
      await company.payload.db.create({
        collection: 'price-list-items',
        data: { priceList: listUsd, product, licenseType: 'trial', unitPrice: index },
      })
    }
    const where = `where[id][equals]=${listUsd}`
    const rest = await admin.get(`/api/price-lists?${where}&joins[items][limit]=0&depth=0`)
    expect(rest.body.docs[0].items.docs).toHaveLength(100)
    const { data } = await graphql(
      admin,
      `
        query ($id: String!) {
          PriceList(id: $id) {
            items(limit: 100) {
              hasNextPage
              docs {
                id
              }
            }
          }
        }
      `,
      { id: String(listUsd) },
    )
    expect(data.PriceList.items.docs).toHaveLength(100)
    expect(data.PriceList.items.hasNextPage).toBe(true)
    const all = await graphql(
      admin,
      `
        query ($id: String!) {
          PriceList(id: $id) {
            items {
              docs {
                id
              }
            }
          }
        }
      `,
      {
        id: String(listUsd),
      },
    )
    expect(all.data.PriceList.items.docs.length).toBeLessThanOrEqual(101)
  })
})

describe('a change by a condition', () => {
  it('is refused whole where a partner would delete more than a hundred documents', async () => {
    for (let index = 0; index < MANY; index += 1)
      await company.payload.db.create({
        collection: 'orders',
        data: {
          orderNumber: `ORD-200001-${String(index).padStart(6, '0')}`,
          partner: company.ids.alpha,
          state: 'draft',
          currency: 'USD',
          orderDate: past,
        },
      })
    const remove = (who: Client, number: string) =>
      who.delete(`/api/orders?where[orderNumber][like]=${number}`)
    const left = async () => {
      const where = { orderNumber: { like: 'ORD-200001' } }
      return (await company.payload.count({ collection: 'orders', where })).totalDocs
    }
    const answer = await remove(partner, 'ORD-200001')
    expect([answer.status, answer.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'where' }),
    ])
    expect(await left()).toBe(MANY)
    const some = await remove(partner, 'ORD-200001-00001')
    expect([some.status, some.body.docs.length, await left()]).toEqual([200, 10, MANY - 10])
    expect((await remove(admin, 'ORD-200001')).body.docs).toHaveLength(MANY - 10)
  })

  it('takes no condition with thousands of values', async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => index).join(',')
    expect((await partner.get(`/api/customers?where[id][in]=${ids}`)).status).toBe(422)
  })

  it('is sorted by ten fields at most', async () => {
    const sort = (times: number) => Array<string>(times).fill('name').join(',')
    const asked = async (times: number) =>
      (await partner.get(`/api/customers?limit=1&sort=${sort(times)}`)).status
    expect([await asked(10), await asked(11), await asked(2_000)]).toEqual([200, 422, 422])
    const { errors } = await graphql(partner, `{Customers(limit:1,sort:"${sort(11)}"){totalDocs}}`)
    expect(errors[0].extensions.errors[0].path).toBe('sort')
  })
})

const stolen = {
  createdAt: past,
  updatedAt: past,
  loginAttempts: 99,
  lockUntil: '2999-01-01T00:00:00.000Z',
  salt: 'x',
  hash: 'x',
  resetPasswordToken: 'known',
  resetPasswordExpiration: '2999-01-01T00:00:00.000Z',
  sessions: [{ id: 'known', createdAt: past, expiresAt: '2999-01-01T00:00:00.000Z' }],
  _verified: true,
  _status: 'draft',
  deletedAt: past,
}

/** As stored, with what nobody reads. */
const stored = async (payload: Payload, collection: CollectionSlug, id: number | string) => {
  const doc = await payload.db.findOne<Json>({ collection, where: { id: { equals: id } } })
  return doc
}

describe('what Payload keeps of a document', () => {
  it('is no client’s to set on create, staff or not, over REST and GraphQL', async () => {
    const id = '0194f7b5-0000-7000-8000-000000000001'
    const body = { ...stolen, id, name: 'Backdated', email: 'b@acme.test' }
    const made = await admin.post('/api/customers', body)
    expect(made.status).toBe(201)
    expect(made.body.doc.id).not.toBe(id)
    const user = await admin.post('/api/users', {
      ...stolen,
      id,
      email: 'meta@company.test',
      password: 'a-Password-of-tests-1',
      roles: ['sales'],
      name: 'Meta',
    })
    expect(user.status).toBe(201)
    const { data } = await graphql(
      admin,
      `
        mutation ($d: mutationCustomerInput!) {
          createCustomer(data: $d) {
            id
          }
        }
      `,
      { d: { name: 'By GraphQL', email: 'g@acme.test', createdAt: past, updatedAt: past } },
    )
    for (const [collection, made_] of [
      ['customers', made.body.doc.id],
      ['users', user.body.doc.id],
      ['customers', data.createCustomer.id],
    ] as [CollectionSlug, string][]) {
      const doc = await stored(company.payload, collection, made_)
      expect([collection, doc.createdAt > past, doc.updatedAt > past]).toEqual([
        collection,
        true,
        true,
      ])
      expect(doc.resetPasswordToken ?? null).toBeNull()
      expect(doc.lockUntil ?? null).toBeNull()
      expect([0, null, undefined]).toContain(doc.loginAttempts)
      expect(doc.sessions ?? []).toEqual([])
    }
  })

  it.each(['partners', 'customers', 'users', 'products'] as const)(
    'is no client’s to change in %s, by ID or by condition',
    async (slug) => {
      const names = { partners: 'alpha', customers: 'acme', users: 'salesUser', products: 'team' }
      const id = company.ids[names[slug]] as string
      const before = await stored(company.payload, slug, id)
      const one = await admin.patch(`/api/${slug}/${id}`, stolen)
      const many = await admin.patch(`/api/${slug}?where[id][equals]=${id}`, stolen)
      expect([one.status, many.status]).toEqual([200, 200])
      const after = await stored(company.payload, slug, id)
      expect(after.createdAt).toEqual(before.createdAt)
      expect(after.updatedAt > past).toBe(true)
      for (const name of [
        'hash',
        'salt',
        'sessions',
        'loginAttempts',
        'lockUntil',
        'resetPasswordToken',
      ])
        expect([name, after[name] ?? null]).toEqual([name, before[name] ?? null])
    },
  )

  it('is the system’s to set, as an import does', async () => {
    const { createdAt } = await company.payload.create({
      collection: 'customers',
      data: { name: 'Imported', email: 'i@acme.test', createdAt: past },
    })
    expect(createdAt).toBe(past)
  })
})
