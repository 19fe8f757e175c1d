import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { defaultSlugs } from '../../../src/slugs'
import { order, startCompany, type Client, type Company, type Person } from '../../support/fixtures'

let company: Company

beforeAll(async () => {
  company = await startCompany()
  const [admin, partner] = [await company.as('admin'), await company.as('partner')]
  const { body } = await partner.post('/api/v1/partners/orders', order())
  await admin.post(`/api/v1/orders/${body.order.id}/approve`, {})
  await partner.post('/api/v1/partners/orders', order({ submit: false }))
  const { docs } = (await admin.get('/api/licenses?limit=1&depth=0')).body
  await admin.post('/api/v1/deployments', {
    license: docs[0].licenseId,
    scheduledAt: '2027-03-01T09:00:00Z',
    engineer: company.ids.erin,
  })
  await admin.post('/api/customers', { name: 'Ours', email: 'a@b.co', partner: company.ids.alpha })
})
afterAll(() => company?.stop())

const people: Person[] = ['admin', 'sales', 'partner', 'engineer', 'customer']

/** Without what writing itself moves; nothing is the same whether it is `null` or not there. */
const moving = ({ revision: _counted, updatedAt: _now, ...rest }: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))

/** Each document of a collection that someone may read: sent back as it was read. */
const sendBack = async (who: Client, slug: string, depth: number) => {
  const { body } = await who.get(`/api/${slug}?limit=5&depth=${depth}`)
  const outcomes: unknown[] = []
  for (const document of body.docs ?? []) {
    const url = `/api/${slug}/${document.id}`
    const before = (await who.get(`${url}?depth=0`)).body
    const answer = await who.patch(`${url}?depth=0`, document)
    const after = (await who.get(`${url}?depth=0`)).body
    if (answer.status === 200) expect([url, moving(after)]).toEqual([url, moving(before)])
    outcomes.push(answer.status === 422 ? answer.body.errors : answer.status)
  }
  return outcomes
}

const cases = people.flatMap((person) =>
  Object.values(defaultSlugs).map((slug) => [person, slug] as const),
)

describe('what was read', () => {
  it.each(cases)('can be sent back by %s without change: %s', async (person, slug) => {
    const who = await company.as(person)
    for (const depth of [0, 1]) {
      const outcomes = await sendBack(who, slug, depth)
      // 200: nothing changed. Else the document is not theirs to change now, whatever is sent.
      expect(outcomes.filter((one) => ![200, 403, 404, 409].includes(one as number))).toEqual([])
    }
  })

  it('is taken where something may be changed at all', async () => {
    const admin = await company.as('admin')
    for (const slug of ['partners', 'tiers', 'products', 'customers', 'licenses', 'users'])
      expect([slug, await sendBack(admin, slug, 1)]).toEqual([slug, expect.arrayContaining([200])])
  })
})

describe('what is taken already', () => {
  it('is told by the name of the field that was sent, on every interface', async () => {
    const admin = await company.as('admin')
    const twin = { name: 'Acme', email: 'a@b.co', partner: company.ids.alpha }
    const price = (await admin.get('/api/price-list-items?limit=1&depth=0')).body.docs[0]
    const { licenseType, priceList, product } = price
    const mutation = `mutation($d: mutationCustomerInput!) { createCustomer(data: $d) { id } }`
    const answers = [
      await admin.post('/api/customers', twin),
      await admin.post('/api/v1/customers', twin),
      await admin.post('/api/price-list-items', {
        ...{ licenseType, priceList, product },
        unitPrice: 1,
      }),
    ]
    const told = answers.map(({ body, status }) => [
      status,
      body.errors[0].code,
      body.errors[0].path,
    ])
    expect(told).toEqual([
      [409, 'DUPLICATE', 'name'],
      [409, 'DUPLICATE', 'name'],
      [409, 'DUPLICATE', 'product'],
    ])
    const graph = await admin.post('/api/graphql', { query: mutation, variables: { d: twin } })
    expect(graph.body.errors[0].extensions.errors[0]).toMatchObject({
      code: 'DUPLICATE',
      path: 'name',
    })
  })
})
