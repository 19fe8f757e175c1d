import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { dispatchEvents } from '../../../src/operations/events/dispatchEvents'
import { startCompany, type Client, type Company } from '../../support/fixtures'
import { issueLicense } from '../../support/licenseOf'
import { allOf } from '../../support/proveWhole'

let company: Company
let admin: Client

beforeAll(async () => {
  company = await startCompany()
  admin = await company.as('admin')
  await issueLicense(company)
  await dispatchEvents(company.payload, new Date())
})
afterAll(async () => company?.stop())

const make = async (slug: string, data: object): Promise<string> => {
  const { body, status } = await admin.post(`/api/${slug}?depth=0`, data)
  expect([status, body.errors]).toEqual([201, undefined])
  return body.doc.id
}

const newPartner = (name: string, tier?: string) =>
  make('partners', { name, email: 'new@new.test', tier })
const newList = (owner: object) =>
  make('price-lists', { name: `List of ${JSON.stringify(owner)}`, currency: 'USD', ...owner })
const newProduct = (sku: string) =>
  make('products', { sku, name: sku, productType: 'addon', licensePrefix: 'NEW' })
const price = (priceList: unknown, product: unknown) =>
  make('price-list-items', { priceList, product, licenseType: 'perpetual', unitPrice: 1 })

/** What there is to delete, and the document that refers to it. */
const linked: [words: string, slug: string, link: () => Promise<unknown>][] = [
  [
    'a partner that a price list is for',
    'partners',
    async () => {
      const partner = await newPartner('Priced')
      await newList({ partner })
      return partner
    },
  ],
  [
    'a tier that a price list is for',
    'tiers',
    async () => {
      const tier = await make('tiers', { name: 'Priced', level: 1 })
      await newList({ tier })
      return tier
    },
  ],
  [
    'a tier that a partner has',
    'tiers',
    async () => {
      const tier = await make('tiers', { name: 'Held', level: 1 })
      await newPartner('Tiered', tier)
      return tier
    },
  ],
  ['a product that licenses are of', 'products', async () => company.ids.suite],
  [
    'a product that a price is for',
    'products',
    async () => {
      const product = await newProduct('PRICED')
      await price(company.ids.listUsd, product)
      return product
    },
  ],
  ['a price list with prices', 'price-lists', async () => company.ids.listUsd],
]

describe('requireUnlinked', () => {
  it.each(linked)('keeps %s', async (_words, slug, link) => {
    const at = `/api/${slug}/${String(await link())}`
    const { body, status } = await admin.delete(at)
    expect([status, body.errors?.[0]?.code]).toEqual([409, 'IN_USE'])
    expect((await admin.get(at)).status).toBe(200)
  })

  it('refuses it for several at once as well', async () => {
    const before = (await allOf(company.payload, 'tiers')).length
    const { body } = await admin.delete('/api/tiers?where[name][in]=Gold,Silver')
    expect(body.errors).toHaveLength(2)
    expect(await allOf(company.payload, 'tiers')).toHaveLength(before)
  })

  it('lets go what nothing refers to', async () => {
    const ids = {
      tiers: await make('tiers', { name: 'Unused', level: 1 }),
      partners: await newPartner('Unused'),
      products: await newProduct('UNUSED'),
      'price-lists': await newList({ validFrom: '2020-01-01T00:00:00.000Z' }),
    }
    for (const [slug, id] of Object.entries(ids))
      expect([slug, (await admin.delete(`/api/${slug}/${id}`)).status]).toEqual([slug, 200])
  })
})

describe('whoever did something', () => {
  /** Every field of a collection of ours that links to a user, but for those that go with the user. */
  const linksToUsers = (): [slug: string, field: string][] =>
    company.payload.config.collections
      .filter(({ slug }) => !slug.startsWith('payload-') && slug !== 'notifications')
      .flatMap(({ flattenedFields, slug }) =>
        flattenedFields
          .filter((field) => 'relationTo' in field && [field.relationTo].flat().includes('users'))
          .map(({ name }): [string, string] => [slug, name]),
      )

  it('is not deleted: it stays known who decided, recorded or took care of what', async () => {
    const { payload } = company
    const [license] = await allOf(payload, 'licenses')
    const own = { license: license.id, kind: 'inactive', state: 'open', severity: 'info' }
    const at = new Date().toISOString()
    const alert = { ...own, title: 'T', raisedAt: at, openedAt: at, alertKey: 'of a user' }
    await payload.db.create({ collection: 'alerts', data: alert })
    const id = await make('users', {
      ...{ email: 'leaver@company.test', username: 'leaver', password: 'a-Password-of-leavers-1' },
      roles: ['sales'],
    })
    const links = linksToUsers()
    expect(links).toEqual(
      expect.arrayContaining([
        ['alerts', 'handledBy'],
        ['orders', 'decidedBy'],
        ['purchases', 'recordedBy'],
      ]),
    )
    for (const [slug, field] of links) {
      const collection = slug as 'alerts'
      const [doc] = await allOf(payload, slug)
      const where = { id: { equals: doc.id } }
      await payload.db.updateOne({ collection, where, data: { [field]: id } })
      const { body, status } = await admin.delete(`/api/users/${id}`)
      expect([slug, field, status, body.errors?.[0]?.code]).toEqual([slug, field, 409, 'IN_USE'])
      expect(body.errors[0].message).toMatch(/roles/)
      const mutation = `mutation { deleteUser(id: "${id}") { id } }`
      const answer = (await admin.post('/api/graphql', { query: mutation })).body
      expect(answer.errors[0].extensions.code).toBe('IN_USE')
      await payload.db.updateOne({ collection, where, data: { [field]: doc[field] ?? null } })
    }
    expect((await admin.delete(`/api/users/${id}`)).status).toBe(200)
  })

  it('keeps its name in the log when it is deleted, having done nothing else', async () => {
    const { ids, payload } = company
    const { status } = await (
      await company.as('rival')
    ).patch(`/api/users/${ids.rivalUser}`, {
      name: 'A rival',
    })
    expect(status).toBe(200)
    expect((await admin.delete(`/api/users/${ids.rivalUser}`)).status).toBe(200)
    const entries = await allOf(payload, 'change-logs', {
      actorId: { equals: String(ids.rivalUser) },
    })
    expect(entries.length).toBeGreaterThan(0)
    for (const { actorName } of entries) expect(actorName).toBe('rival@company.test')
  })
})

describe('removeNotifications', () => {
  it('lets a user go who was told something, and what was told', async () => {
    const { ids, payload } = company
    const told = { recipient: { equals: ids.colleagueUser } }
    expect((await allOf(payload, 'notifications', told)).length).toBeGreaterThan(0)
    expect((await admin.delete(`/api/users/${ids.colleagueUser}`)).status).toBe(200)
    expect(await allOf(payload, 'notifications', told)).toEqual([])
  })
})
