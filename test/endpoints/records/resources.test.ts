import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startCompany, type Company, type Json, type Person } from '../../support/fixtures'

let company: Company
/** A document of each resource: of alpha's customer Acme, and of beta's customer Bolt. */
const own: Record<string, string> = {}
const theirs: Record<string, string> = {}

beforeAll(async () => {
  company = await startCompany()
  const { ids, payload } = company
  const make = async (collection: string, data: object): Promise<string> =>
    String((await payload.create({ collection: collection as 'licenses', data: data as never })).id)
  const rep = await make('sales-reps', { name: 'Rita', email: 'rita@company.test' })
  for (const [side, partner, customer, engineer] of [
    [own, ids.alpha, ids.acme, ids.erin],
    [theirs, ids.beta, ids.bolt, null],
  ] as const) {
    side.customers = String(customer)
    side.resellers = String(partner)
    side['sales-reps'] = rep
    side.engineers = String(ids.erin)
    side.licenses = await make('licenses', {
      product: ids.suite,
      licenseType: 'subscription',
      customer,
      partner,
      engineer,
      salesRep: rep,
      internalNotes: 'margin-secret',
    })
    side.deployments = await make('deployments', {
      license: side.licenses,
      customer,
      partner,
      engineer,
      scheduledAt: '2026-12-01T09:00:00.000Z',
      internalNotes: 'margin-secret',
    })
    const { docs } = await payload.find({
      collection: 'purchases',
      where: { license: { equals: side.licenses } },
      depth: 0,
    })
    side.purchases = String(docs[0]?.id)
  }
})
afterAll(() => company?.stop())

const paths = [
  'licenses',
  'customers',
  'resellers',
  'sales-reps',
  'engineers',
  'purchases',
  'deployments',
] as const

const ofOne: Record<string, string> = {
  licenses: 'license',
  customers: 'customer',
  resellers: 'reseller',
  'sales-reps': 'salesRep',
  engineers: 'engineer',
  purchases: 'purchase',
  deployments: 'deployment',
}

/** How many of the documents above a role sees: all, those of its own, none, or no list at all. */
const sees: Record<string, Partial<Record<Person, 'all' | 'none' | 'own'>>> = {
  licenses: { admin: 'all', sales: 'all', engineer: 'own', partner: 'own', customer: 'own' },
  customers: { admin: 'all', sales: 'all', partner: 'own', customer: 'own' },
  resellers: { admin: 'all', sales: 'all', partner: 'own' },
  'sales-reps': { admin: 'all', sales: 'all' },
  engineers: { admin: 'all', sales: 'all', engineer: 'own' },
  purchases: { admin: 'all', sales: 'all', partner: 'own', customer: 'own' },
  deployments: { admin: 'all', sales: 'all', engineer: 'own', partner: 'own', customer: 'own' },
}

const readers: Person[] = ['admin', 'sales', 'engineer', 'partner', 'customer', 'stray']
const cases = paths.flatMap((path) => readers.map((person) => [path, person] as const))
/** Sales reps and engineers of both sides are the same. */
const shared = ['sales-reps', 'engineers']

describe('lists and reading', () => {
  it.each(cases)('%s: the %s sees what the grants say, and no other', async (path, person) => {
    const scope = sees[path]?.[person]
    const who = await company.as(person)
    const list = await who.get(`/api/v1/${path}?limit=100`)
    if (!scope && person !== 'stray')
      expect([list.status, list.body.docs]).toEqual([403, undefined])
    const seen = (list.body.docs ?? []).map(({ id }: { id: string }) => id)
    expect(seen.includes(own[path])).toBe(scope === 'all' || scope === 'own')
    if (!shared.includes(path)) expect(seen.includes(theirs[path])).toBe(scope === 'all')
    const mine = await who.get(`/api/v1/${path}/${own[path]}`)
    expect(mine.status).toBe(scope ? 200 : 404)
    if (scope) expect(mine.body[ofOne[path] as string].id).toBe(own[path])
    if (!shared.includes(path)) {
      const other = await who.get(`/api/v1/${path}/${theirs[path]}`)
      expect(other.status).toBe(scope === 'all' ? 200 : 404)
    }
  })

  it.each(paths)('%s: nothing without a login', async (path) => {
    const { anybody } = company
    const answers = [
      await anybody.get(`/api/v1/${path}`),
      await anybody.get(`/api/v1/${path}/${own[path]}`),
    ]
    for (const { body, status } of answers) {
      expect(status).toBe(401)
      expect(body.errors[0].code).toBe('UNAUTHENTICATED')
    }
  })

  it.each(paths)('%s: an ID of nothing, or none at all, is not found', async (path) => {
    const admin = await company.as('admin')
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x', '%00', 'a'.repeat(65)])
      expect((await admin.get(`/api/v1/${path}/${id}`)).status).toBe(404)
  })

  it.each(cases)(
    '%s: the %s gets the same page on the quick way and through Payload',
    async (path, person) => {
      const who = await company.as(person)
      const asked = `/api/v1/${path}?limit=2&sort=-createdAt,id`
      const quick = await who.get(`${asked}&where[createdAt][greater_than]=2000-01-01`)
      // Alternatives, which the quick way leaves to Payload.
      const slow = await who.get(`${asked}&where[or][0][createdAt][greater_than]=2000-01-01`)
      expect([quick.status, quick.body]).toEqual([slow.status, slow.body])
    },
  )

  it('of a license go by its license ID too', async () => {
    const partner = await company.as('partner')
    const { body } = await partner.get(`/api/v1/licenses/${own.licenses}`)
    const { licenseId } = body.license
    const byName = await partner.get(`/api/v1/licenses/${licenseId}`)
    expect(byName.body).toEqual(body)
    expect((await (await company.as('rival')).get(`/api/v1/licenses/${licenseId}`)).status).toBe(
      404,
    )
  })

  it('never tell outsiders what staff keep to themselves', async () => {
    for (const person of ['partner', 'customer'] as const)
      for (const path of ['licenses', 'deployments', 'customers', 'resellers', 'purchases']) {
        const { body } = await (await company.as(person)).get(`/api/v1/${path}`)
        expect(JSON.stringify(body)).not.toMatch(/secret|usageKeyHash|issueKey|nameKey/)
      }
    const { body } = await (await company.as('partner')).get(`/api/v1/deployments`)
    expect(body.docs[0].engineer).toBeNull()
  })

  it.each<[Person, ('engineer' | 'salesRep')[]]>([
    ['sales', ['engineer', 'salesRep']],
    ['engineer', ['engineer']],
    ['partner', []],
    ['customer', []],
  ])('tell %s of our people on a license %j, through every interface', async (person, seen) => {
    const who = await company.as(person)
    const graph = await who.post('/api/graphql', {
      query: `{ License(id: "${own.licenses}") { licenseId engineer { id } salesRep { id } } }`,
    })
    const answers = [
      (await who.get(`/api/v1/licenses/${own.licenses}`)).body.license,
      (await who.get('/api/v1/licenses')).body.docs.find(({ id }: Json) => id === own.licenses),
      (await who.get(`/api/licenses/${own.licenses}?depth=0`)).body,
      graph.body.data?.License,
    ]
    for (const name of ['engineer', 'salesRep'] as const) {
      const shown = answers.map((answer) => Boolean(answer.licenseId && answer[name]))
      expect([name, shown]).toEqual([name, answers.map(() => seen.includes(name))])
      for (const path of ['v1/licenses', 'licenses'])
        for (const asked of [`where[${name}][exists]=true`, `sort=${name}`]) {
          const { status } = await who.get(`/api/${path}?${asked}`)
          expect([asked, status]).toEqual([asked, seen.includes(name) ? 200 : 422])
        }
    }
  })

  it('are in pages, filtered and sorted', async () => {
    const sales = await company.as('sales')
    for (const name of ['Zed', 'Yak', 'Xen'])
      await sales.post('/api/v1/customers', { name, country: 'Peru' })
    const of = (query: string) => sales.get(`/api/v1/customers?where[country][equals]=Peru${query}`)
    const first = await of('&limit=2&sort=name')
    expect(first.body.docs.map(({ name }: Json) => name)).toEqual(['Xen', 'Yak'])
    expect(first.body).toMatchObject({
      totalDocs: 3,
      totalPages: 2,
      page: 1,
      limit: 2,
      hasNextPage: true,
      hasPrevPage: false,
      nextPage: 2,
      prevPage: null,
    })
    const second = await of('&limit=2&sort=name&page=2')
    expect(second.body.docs.map(({ name }: Json) => name)).toEqual(['Zed'])
    const down = await of('&sort=-name')
    expect(down.body.docs.map(({ name }: Json) => name)).toEqual(['Zed', 'Yak', 'Xen'])
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['page=0', 'page'],
    ['sort=nothing', 'sort'],
    ['sort=internalNotes', 'sort'],
    ['where[internalNotes][like]=margin', 'where.internalNotes'],
    ['where[usageKeyHash][exists]=true', 'where.usageKeyHash'],
    ['where[salesRep.email][like]=rita', 'where.salesRep.email'],
    ['where[state][near]=1', 'where.state.near'],
  ])('refuse what can’t or may not be asked: %s, naming %s', async (query, path) => {
    const { body, status } = await (await company.as('partner')).get(`/api/v1/licenses?${query}`)
    expect([status, body.errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    ])
  })
})

const bodies: Record<string, object> = {
  customers: { name: 'New Customer', email: 'new@customer.test', region: 'emea' },
  resellers: { name: 'New Reseller', email: 'new@reseller.test', address: { city: 'Oslo' } },
  'sales-reps': { name: 'New Rep', email: 'rep@new.test' },
  engineers: { name: 'New Engineer', email: 'engineer@new.test', region: 'apac' },
}
const creators: Record<string, Person[]> = {
  customers: ['admin', 'sales'],
  resellers: ['admin', 'sales'],
  'sales-reps': ['admin'],
  engineers: ['admin'],
}
const writable = Object.keys(bodies)

describe('creating, changing and deleting', () => {
  const written = writable.flatMap((path) => readers.map((person) => [path, person] as const))

  it.each(written)('%s: the %s may, or is told that not', async (path, person) => {
    const who = await company.as(person)
    const admin = await company.as('admin')
    const key = ofOne[path] as string
    const may = (creators[path] as Person[]).includes(person)
    const made = await who.post(`/api/v1/${path}`, bodies[path])
    expect(made.status).toBe(may ? 201 : 403)
    const doc = may ? made.body[key] : (await admin.post(`/api/v1/${path}`, bodies[path])).body[key]
    expect(doc).toMatchObject(bodies[path] as object)
    const at = `/api/v1/${path}/${doc.id}`
    const seen = sees[path]?.[person] === 'all'
    const changed = await who.patch(at, { name: `Another ${path} of ${person}` })
    expect(changed.status).toBe(may ? 200 : seen ? 403 : 404)
    if (may)
      expect(changed.body[key]).toMatchObject({
        ...bodies[path],
        name: `Another ${path} of ${person}`,
      })
    const gone = await who.delete(at)
    expect(gone.status).toBe(person === 'admin' ? 200 : seen ? 403 : 404)
    if (person !== 'admin') expect((await admin.delete(at)).status).toBe(200)
    expect((await admin.get(at)).status).toBe(404)
  })

  it.each([
    ['customers', { name: '' }, 'name'],
    ['customers', {}, 'name'],
    ['customers', { name: 'A', email: 'no' }, 'email'],
    ['customers', { name: 'A', region: 'mars' }, 'region'],
    ['customers', { name: 'A', nameKey: 'x' }, 'nameKey'],
    ['customers', { name: 'A', partner: 'nobody' }, 'partner'],
    ['customers', { name: 'A', createdAt: '2020-01-01T00:00:00.000Z' }, 'createdAt'],
    ['resellers', { name: 'A', email: 'a@a.test', currency: 'XXX' }, 'currency'],
    ['resellers', { name: 'A', email: 'a@a.test', taxRateBps: 10_001 }, 'taxRateBps'],
    ['resellers', { name: 'A', email: 'a@a.test', address: { zip: '1' } }, 'address.zip'],
    ['resellers', { name: 'A', email: 'a@a.test', status: 'active' }, 'status'],
    ['sales-reps', { name: 'A' }, 'email'],
    ['engineers', { name: 'A', email: 'a@a.test', active: 'yes' }, 'active'],
    ['engineers', { name: 'A', email: 'a@a.test', id: 'mine' }, 'id'],
  ])('%s: refuses %j and names %s', async (path, body, field) => {
    const admin = await company.as('admin')
    const count = async () => (await admin.get(`/api/v1/${path}`)).body.totalDocs
    const before = await count()
    const { body: answer, status } = await admin.post(`/api/v1/${path}`, body)
    expect(status).toBe(422)
    expect(answer.errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: field })
    expect(await count()).toBe(before)
  })

  it.each([
    ['customers', { name: 'acme', partner: 'alpha' }],
    ['resellers', { name: 'Alpha', email: 'again@alpha.test' }],
    ['engineers', { name: 'E', email: 'erin@company.test' }],
  ])('%s: a name or an e-mail that is taken is a duplicate', async (path, body) => {
    const { ids } = company
    const data = 'partner' in body ? { ...body, partner: ids.alpha } : body
    const { body: answer, status } = await (await company.as('admin')).post(`/api/v1/${path}`, data)
    expect([status, answer.errors[0].code]).toEqual([409, 'DUPLICATE'])
  })

  it.each([
    ['state', 'terminated'],
    ['licenseId', 'ENT-202611-999999'],
    ['limits', { users: 1_000_000 }],
    ['expiresAt', '2999-01-01T00:00:00.000Z'],
    ['order', 'x'],
    ['usageKeyHash', 'x'],
    ['usage', { users: 0 }],
  ])('a license’s %s is not to be set by hand', async (field, value) => {
    const sales = await company.as('sales')
    const at = `/api/v1/licenses/${own.licenses}`
    const before = await sales.get(at)
    const { body, status } = await sales.patch(at, { [field]: value })
    expect([status, body.errors[0].path]).toEqual([422, field])
    expect((await sales.get(at)).body).toEqual(before.body)
  })

  it('a license’s people and notes are', async () => {
    const sales = await company.as('sales')
    const at = `/api/v1/licenses/${own.licenses}`
    const { body, status } = await sales.patch(at, {
      salesRep: null,
      internalNotes: 'margin-secret 2',
    })
    expect([status, body.license.salesRep]).toEqual([200, null])
    expect((await sales.get(at)).body).toEqual(body)
    expect((await (await company.as('partner')).patch(at, { internalNotes: 'x' })).status).toBe(403)
    expect((await (await company.as('rival')).patch(at, { internalNotes: 'x' })).status).toBe(404)
  })

  it('an engineer writes notes of a deployment of its own, but nothing of when and by whom', async () => {
    const engineer = await company.as('engineer')
    const at = `/api/v1/deployments/${own.deployments}`
    const noted = await engineer.patch(at, { notes: 'Firewall opened.' })
    expect([noted.status, noted.body.deployment?.notes]).toEqual([200, 'Firewall opened.'])
    for (const data of [{ scheduledAt: '2027-01-01T00:00:00Z' }, { engineer: null }]) {
      const { body, status } = await engineer.patch(at, data)
      expect([status, body.errors[0].code]).toEqual([403, 'FORBIDDEN'])
      expect(body.errors[0].path).toBe(Object.keys(data)[0])
    }
    expect(
      (await engineer.patch(`/api/v1/deployments/${theirs.deployments}`, { notes: 'x' })).status,
    ).toBe(404)
  })

  it.each(['customers', 'resellers', 'sales-reps', 'engineers'])(
    '%s: one that a license refers to stays',
    async (path) => {
      const admin = await company.as('admin')
      // An earlier test took the sales rep from the other license.
      const at = `/api/v1/${path}/${theirs[path]}`
      const { body, status } = await admin.delete(at)
      expect([status, body.errors[0].code]).toEqual([409, 'IN_USE'])
      expect((await admin.get(at)).status).toBe(200)
    },
  )

  it('purchases are a ledger: there is no way to change or delete one', async () => {
    const admin = await company.as('admin')
    const at = `/api/v1/purchases/${own.purchases}`
    expect((await admin.patch(at, { amount: 1 })).status).toBe(404)
    expect((await admin.delete(at)).status).toBe(404)
  })

  it('a change that says nothing is refused', async () => {
    const { body, status } = await (
      await company.as('admin')
    ).patch(`/api/v1/customers/${own.customers}`, {})
    expect([status, body.errors[0].code]).toEqual([422, 'INVALID_INPUT'])
  })
})
