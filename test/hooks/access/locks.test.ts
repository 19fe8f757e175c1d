import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { order, startCompany, type Client, type Company } from '../../support/fixtures'

const LOCKS = '/api/payload-locked-documents'
const DRAFT = { submit: false }

let company: Company
let [admin, partner, rival, sales] = [] as unknown as Client[]
let draft: number | string

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  partner = await company.as('partner')
  rival = await company.as('rival')
  sales = await company.as('sales')
  const placed = await partner.post('/api/v1/partners/orders', order(DRAFT))
  draft = placed.body.order.id
})
afterAll(async () => company?.stop())

const locks = async (): Promise<{ user: { value: unknown } }[]> =>
  (await company.payload.find({ collection: 'payload-locked-documents', depth: 0, limit: 100 }))
    .docs

const lockOf = (relationTo: string, value: unknown, person = 'adminUser') => ({
  document: { relationTo, value },
  user: { relationTo: 'users', value: company.ids[person] },
})

/** What the panel's form state does for whoever has opened a document: past access and hooks. */
const openInPanel = (person: string, relationTo: string, value: unknown) =>
  company.payload.db.create({
    collection: 'payload-locked-documents',
    data: lockOf(relationTo, value, person),
  })

describe('locks of documents under edit', () => {
  it('are refused on what one may not change, through REST, GraphQL and the form state', async () => {
    const { suite, adminUser, alpha } = company.ids
    for (const [slug, id] of [
      ['products', suite],
      ['users', adminUser],
      ['partners', alpha],
    ] as const) {
      expect([slug, (await partner!.post(LOCKS, lockOf(slug, id))).status]).toEqual([slug, 403])
      await openInPanel('partnerUser', slug, id)
    }
    expect((await rival!.post(LOCKS, lockOf('orders', draft))).status).toBe(403)
    await openInPanel('rivalUser', 'orders', draft)
    const query = `mutation { createPayloadLockedDocument(data: { document: { relationTo: products, value: "${suite}" }, user: { relationTo: users, value: "${adminUser}" } }) { id } }`
    const { body } = await partner!.post('/api/graphql', { query })
    expect(body.data?.createPayloadLockedDocument ?? null).toBeNull()
    expect(await locks()).toEqual([])
    expect((await admin!.patch(`/api/products/${suite}`, { name: 'Suite' })).status).toBe(200)
  })

  it('are made in one’s own name, whoever is named', async () => {
    const { status } = await partner!.post(LOCKS, lockOf('orders', draft, 'adminUser'))
    expect(status).toBe(201)
    expect((await locks()).map(({ user }) => user.value)).toEqual([company.ids.partnerUser])
  })

  it('answer whoever saves meanwhile with 423, who and until when', async () => {
    const answer = await sales!.patch(`/api/orders/${draft}`, { notes: 'x' })
    expect([answer.status, answer.body.errors]).toMatchObject([
      423,
      [{ code: 'LOCKED', details: { by: 'The partner', until: expect.any(String) } }],
    ])
    const query = `mutation { updateOrder(id: "${draft}", data: { notes: "x" }) { id } }`
    const graphql = await sales!.post('/api/graphql', { query })
    expect(graphql.body.errors?.[0]?.extensions?.code).toBe('LOCKED')
  })

  it('are taken over by staff, as the panel does it, and passed by nobody from outside', async () => {
    const [lock] = (await sales!.get(`${LOCKS}?where[document.value][equals]=${draft}`)).body.docs
    const user = { relationTo: 'users', value: company.ids.salesUser }
    expect((await sales!.patch(`${LOCKS}/${lock.id}`, { user })).status).toBe(200)
    expect((await locks()).map(({ user: { value } }) => value)).toEqual([company.ids.salesUser])
    const passed = await partner!.patch(`/api/orders/${draft}?overrideLock=true`, { notes: 'x' })
    expect([passed.status, passed.body.errors?.[0]?.details?.by]).toEqual([423, 'Someone else'])
    expect((await partner!.delete(`${LOCKS}/${lock.id}`)).status).toBe(403)
    const over = await admin!.patch(`/api/orders/${draft}?overrideLock=true`, { notes: 'y' })
    expect(over.status).toBe(200)
    expect((await partner!.patch(`/api/orders/${draft}`, { notes: 'z' })).status).toBe(200)
  })
})

describe('who edits what', () => {
  const locked = async () => {
    const { body } = await partner!.post('/api/v1/partners/orders', order(DRAFT))
    const { id } = body.order
    await openInPanel('partnerUser', 'orders', id)
    return id as string
  }

  it('is told to nobody who may not change it: the answer is that of an order that there is not', async () => {
    const id = await locked()
    const customer = await company.as('customer')
    const ask = async (who: Client, path: string) => [
      (await who.patch(path, { notes: 'x' })).status,
      (await who.delete(path)).status,
    ]
    const absent = String(id).replace(/^./, (first) => (first === '0' ? '1' : '0'))
    for (const who of [rival!, customer, await company.as('engineer')])
      expect(await ask(who, `/api/orders/${id}`)).toEqual(await ask(who, `/api/orders/${absent}`))
    expect(await ask(rival!, `/api/orders/${id}`)).toEqual([404, 404])
  })

  it('is passed by nobody from outside with a condition in the place of the ID', async () => {
    const id = await locked()
    const colleague = await company.as('colleague')
    const path = `/api/orders?where[id][equals]=${id}&overrideLock=true`
    const { body, status } = await colleague.delete(path)
    expect([status, body.docs, body.errors.length]).toEqual([400, [], 1])
    expect((await partner!.get(`/api/orders/${id}`)).status).toBe(200)
  })

  it('holds for as long as the collection says', async () => {
    const id = await locked()
    const { config } = company.payload.collections.orders
    config.lockDocuments = { duration: 1 }
    await company.payload.db.updateOne({
      collection: 'payload-locked-documents',
      where: { 'document.value': { equals: id } },
      data: { updatedAt: new Date(Date.now() - 2_000).toISOString() },
    })
    const { status } = await sales!.patch(`/api/orders/${id}`, { notes: 'x' })
    Reflect.deleteProperty(config, 'lockDocuments')
    expect(status).toBe(200)
  })

  it('costs a write of whoever may not write no look at the locks, and of others one', async () => {
    const id = await locked()
    const { db } = company.payload
    const find = db.find
    let looks = 0
    db.find = ((args: Parameters<typeof find>[0]) => {
      if (args.collection === 'payload-locked-documents') looks += 1
      return find.call(db, args)
    }) as typeof find
    const count = async (who: Client) => {
      looks = 0
      await who.patch(`/api/orders/${id}`, { notes: 'x' })
      return looks
    }
    const counted = [await count(await company.as('customer')), await count(partner!)]
    db.find = find
    expect(counted).toEqual([0, 1])
  })

  it('can be asked of no ID that is none', async () => {
    const { status } = await partner!.post(LOCKS, lockOf('orders', 'no-id', 'partnerUser'))
    expect(status).toBe(403)
  })
})

describe('what Payload adds for its jobs', () => {
  it('is written by nobody through the API', async () => {
    for (const who of [admin, sales, partner, await company.as('customer')]) {
      const { status } = await who!.post('/api/globals/payload-jobs-stats', { stats: {} })
      expect(status).toBe(403)
    }
  })
})

describe('a logged-in user', () => {
  it('is known by links alone, not by what stands behind them', async () => {
    const { headers } = new Request(company.url, {
      headers: { Cookie: `payload-token=${partner!.token}` },
    })
    const { user } = await company.payload.auth({ headers })
    expect(user).toMatchObject({ partner: company.ids.alpha })
    expect(JSON.stringify(user)).not.toContain('secret-note')
    for (const path of ['/api/users/me?depth=5', '/api/users/login?depth=5']) {
      const credentials = { email: 'partner@company.test', password: 'a-Password-of-tests-1' }
      const { body } = path.includes('me')
        ? await partner!.get(path)
        : await company.anybody.post(path, credentials)
      expect(body.user.email).toBe('partner@company.test')
      expect(JSON.stringify(body)).not.toContain('secret-note')
    }
  })
})
