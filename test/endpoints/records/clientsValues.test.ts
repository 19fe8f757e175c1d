import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { order, startCompany, type Answer, type Client, type Company } from '../../support/fixtures'

let company: Company
let admin: Client
let partner: Client

beforeAll(async () => {
  company = await startCompany({ signing: {} })
  admin = await company.as('admin')
  partner = await company.as('partner')
})
afterAll(async () => company?.stop())

const faultOf = ({ body, status }: Answer) => [
  status,
  body.errors?.[0]?.code,
  body.errors?.[0]?.path,
]
const invalid = (path: string) => [422, 'INVALID_INPUT', path]
const graphql = async (who: Client, query: string, variables: object = {}) =>
  (await who.post('/api/graphql', { query, variables })).body

describe('a date', () => {
  const none = [
    '2027-02-30',
    '2027',
    '12/31/2027',
    '2027-01-01T00:00:00',
    'tomorrow',
    1_800_000_000_000,
    '2027-13-01',
    '0027-01-01',
  ]

  it.each(none)('that is none is refused on its way in and in a condition: %j', async (validTo) => {
    const { listEur } = company.ids
    expect(faultOf(await admin.patch(`/api/price-lists/${listEur}`, { validTo }))).toEqual(
      invalid('validTo'),
    )
    const where = `where[validTo][less_than]=${encodeURIComponent(validTo)}`
    expect(faultOf(await admin.get(`/api/price-lists?${where}`))).toEqual(invalid('where.validTo'))
    const from = encodeURIComponent(validTo)
    expect(faultOf(await admin.get(`/api/v1/stats/resellers?from=${from}`))).toEqual(
      invalid('from'),
    )
    const set = await graphql(
      admin,
      'mutation($id:String!,$d:mutationPriceListUpdateInput!){updatePriceList(id:$id,data:$d){id}}',
      { id: String(listEur), d: { validTo } },
    )
    if (typeof validTo === 'string') expect(set.errors[0].extensions.code).toBe('INVALID_INPUT')
    const { docs } = await company.payload.find({
      collection: 'price-lists',
      where: { validTo: { exists: true } },
    })
    if (typeof validTo === 'string') expect(docs).toEqual([])
  })

  it.each([
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2027-03-01T12:00:00.000Z', '2027-03-01T12:00:00.000Z'],
    ['2027-03-01T00:30:00+02:00', '2027-02-28T22:30:00.000Z'],
  ])(
    'is a day or an instant with its zone, as the panel’s picker sends it: %s',
    async (validTo, kept) => {
      const { listEur } = company.ids
      const { body } = await admin.patch(`/api/price-lists/${listEur}?depth=0`, { validTo })
      expect(body.doc.validTo).toBe(kept)
      const found = await admin.get(
        `/api/price-lists?where[validTo][equals]=${encodeURIComponent(validTo)}`,
      )
      expect(found.body.docs.map(({ id }: { id: unknown }) => id)).toEqual([listEur])
    },
  )

  it('is one over GraphQL, too', async () => {
    const { listUsd } = company.ids
    const { data } = await graphql(
      admin,
      'mutation($id:String!,$d:mutationPriceListUpdateInput!){updatePriceList(id:$id,data:$d){validTo}}',
      { id: String(listUsd), d: { validTo: '2030-01-01T00:00:00Z' } },
    )
    expect(data.updatePriceList.validTo).toBe('2030-01-01T00:00:00.000Z')
    await admin.patch(`/api/price-lists/${listUsd}`, { validTo: null })
  })
})

describe('a name', () => {
  const unseen = ['\u200b', '\u3164', '   ', '\u2800\u200d', '\u202eevil', 'half\ud800']

  it.each(unseen)(
    'that nobody can see, or that misleads, is refused through every door: %j',
    async (name) => {
      expect(faultOf(await admin.post('/api/customers', { name }))).toEqual(invalid('name'))
      expect(faultOf(await admin.post('/api/v1/customers', { name }))).toEqual(invalid('name'))
      const body = order({ items: [{ ...order().items[0], endUserName: name }] })
      expect(faultOf(await partner.post('/api/v1/partners/orders', body))).toEqual(
        invalid('items.0.endUserName'),
      )
      const made = await graphql(
        admin,
        'mutation($d:mutationCustomerInput!){createCustomer(data:$d){id}}',
        { d: { name } },
      )
      expect(made.errors[0].extensions.errors[0]).toMatchObject({
        code: 'INVALID_INPUT',
        path: 'name',
      })
    },
  )

  it('is the same name with what can’t be seen in it', async () => {
    const partnerId = company.ids.alpha
    expect(
      (await admin.post('/api/customers', { name: 'Twin Co', partner: partnerId })).status,
    ).toBe(201)
    for (const name of [
      'Twin\u200b Co',
      '\u3164Twin Co',
      'Twin Co\u200d',
      'TWIN  CO',
      '\ufeffTwin Co',
    ])
      expect([
        name,
        (await admin.post('/api/customers', { name, partner: partnerId })).status,
      ]).toEqual([name, 409])
  })

  it('is kept in one form of Unicode, without blanks around it; people’s scripts stay', async () => {
    for (const [name, kept] of [
      ['  Cafe\u0301 \u200b', 'Café'],
      ['👩‍💻 Studio', '👩‍💻 Studio'],
      ['مرحبا', 'مرحبا'],
    ])
      expect((await admin.post('/api/customers', { name })).body.doc.name).toBe(kept)
  })

  it('is of one person, however the e-mail is written', async () => {
    const made = await admin.post('/api/sales-reps', { name: 'Ann', email: 'Ann@Staff.test' })
    expect(made.body.doc.email).toBe('ann@staff.test')
    const again = await admin.post('/api/sales-reps', { name: 'Ann', email: 'ANN@staff.TEST' })
    expect([again.status, again.body.errors[0].code]).toEqual([409, 'DUPLICATE'])
  })
})

describe('a search', () => {
  it.each(['like', 'contains'])('takes %% and _ for letters: %s', async (operator) => {
    for (const name of [
      `100% ${operator}`,
      `1000 ${operator}`,
      `a_b ${operator}`,
      `axb ${operator}`,
      `c\\d ${operator}`,
    ])
      expect((await admin.post('/api/customers', { name })).status).toBe(201)
    const find = async (word: string) => {
      const where = `where[and][0][name][${operator}]=${encodeURIComponent(word)}`
      const { body } = await admin.get(
        `/api/customers?${where}&where[and][1][name][contains]=${operator}&sort=name&depth=0`,
      )
      return body.docs.map(({ name }: { name: string }) => name.split(' ')[0])
    }
    expect(await find('100%')).toEqual(['100%'])
    expect(await find('a_b')).toEqual(['a_b'])
    expect(await find('_')).toEqual(['a_b'])
    expect(await find('c\\d')).toEqual(['c\\d'])
    expect(await find('A_B')).toEqual(['a_b'])
  })

  it('finds a license by its ID in lower case, in a path, a condition and a validation', async () => {
    const { body } = await partner.post('/api/v1/partners/orders', order())
    await admin.post(`/api/v1/orders/${body.order.id}/approve`, {})
    const { docs } = (await admin.get('/api/licenses?limit=1&depth=0')).body
    const [{ id, licenseId }] = docs
    const lower = licenseId.toLowerCase()
    expect((await admin.get(`/api/v1/licenses/${lower}`)).body.license.id).toBe(String(id))
    expect((await admin.get(`/api/v1/licenses/${lower}/usage`)).status).toBe(200)
    for (const where of [
      `[licenseId][equals]=${lower}`,
      `[licenseId][in]=${lower},x`,
      `[or][0][licenseId][equals]=${lower}`,
    ])
      for (const path of ['/api/licenses', '/api/v1/licenses'])
        expect([where, (await admin.get(`${path}?where${where}`)).body.totalDocs]).toEqual([
          where,
          1,
        ])
    const validated = await company.anybody.post('/api/v1/licenses/validate', { licenseId: lower })
    expect(validated.body.code).not.toBe('UNKNOWN_LICENSE')
    expect(validated.body.license).not.toBeNull()
    const { key } = (await admin.post(`/api/v1/licenses/${lower}/usage-key`, {})).body
    const report = await company.anybody.post(
      `/api/v1/licenses/${lower}/usage`,
      { workspaces: 1, users: 1 },
      { Authorization: `License ${key}` },
    )
    expect(report.status).toBe(202)
  })

  it.each([
    ['/api/v1/licenses?state=expired', 'state'],
    ['/api/v1/partners/orders?status=draft', 'status'],
    ['/api/v1/stats/expiring?dayz=3', 'dayz'],
    ['/api/v1/stats/overview?from=2027-01-01', 'from'],
    ['/api/v1/licenses?where[state][equals]=in-use', 'where.state'],
    ['/api/v1/licenses?where[state][in]=in_use,gone', 'where.state'],
    ['/api/licenses?where[state][equals]=in-use', 'where.state'],
    ['/api/licenses?where[state][not_in][0]=in-use', 'where.state'],
    ['/api/licenses?where[or][0][order.state][equals]=open', 'where.order.state'],
    ['/api/products?where[active][equals]=maybe', 'where.active'],
    ['/api/licenses?where[state][like]=use', 'where.state'],
  ])(
    'of what there is not is refused, rather than everything or nothing found: %s',
    async (path, at) => {
      expect(faultOf(await admin.get(path))).toEqual(invalid(at))
    },
  )

  it('takes what the panel’s lists send by themselves', async () => {
    for (const query of [
      'depth=1&draft=true&limit=10&locale=en&fallback-locale=en&page=1&sort=-createdAt&trash=false&pagination=true',
      'select[licenseId]=true&populate[products][name]=true&joins=false',
      'where[or][0][and][0][state][in][0]=in_use&where[or][0][and][1][state][exists]=true',
      'where[state][in]=in_use,created',
      'where[or][0][licenseId][like]=EN&where[or][1][stateReason][like]=use',
    ])
      expect([query, (await admin.get(`/api/licenses?${query}`)).status]).toEqual([query, 200])
    expect((await admin.get('/api/v1/licenses?locale=en&fallback-locale=zh')).status).toBe(200)
  })
})
