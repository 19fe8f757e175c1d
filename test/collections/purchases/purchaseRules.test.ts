import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startCompany, type Client, type Company, type Json } from '../../support/fixtures'
import {
  buy,
  eventsOf,
  issueLicense,
  ledgerOf,
  logOf,
  storedLicense,
  yearsAfter,
} from '../../support/licenseOf'

let company: Company
let sales: Client
let admin: Client

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
  admin = await company.as('admin')
})
afterAll(async () => company?.stop())

const gql = (who: Client, query: string) => who.post('/api/graphql', { query })

describe('purchases', () => {
  it('have the same effect when they come as documents, whatever else these say', async () => {
    const license = await issueLicense(company)
    const { body, status } = await sales.post('/api/purchases?depth=0', {
      license: license.id,
      type: 'renewal',
      durationYears: 1,
      amount: 500,
      currency: 'USD',
      sequence: 77,
      expiresAfter: '2099-01-01T00:00:00.000Z',
      usersAfter: 1_000_000,
      purchasedAt: '2001-01-01T00:00:00.000Z',
      purchaseKey: 'mine',
    })
    expect(status).toBe(201)
    const expiresAt = yearsAfter(license.expiresAt, 1)
    expect(body.doc).toMatchObject({ sequence: 2, basis: 'from_now_if_expired', usersAfter: 500 })
    expect(Date.parse(body.doc.purchasedAt)).toBeGreaterThan(Date.parse('2026-01-01'))
    const stored = await storedLicense(company, license.id)
    expect([stored.state, new Date(stored.expiresAt).toISOString()]).toEqual(['renewed', expiresAt])
    expect((await logOf(company, license.id)).at(-1)).toMatchObject({ action: 'renewal' })
    expect(await eventsOf(company, license.id)).toEqual(['license.renewed'])
  })

  it('have it through GraphQL', async () => {
    const license = await issueLicense(company)
    const { body } = await gql(
      sales,
      `mutation { createPurchase(data: { license: "${license.id}", type: expansion, usersAdded: 9,
         amount: 100, currency: USD }) { sequence usersAfter } }`,
    )
    expect(body.data.createPurchase).toEqual({ sequence: 2, usersAfter: 509 })
    expect((await storedLicense(company, license.id)).limits.users).toBe(509)
  })

  it('are checked there as by the API, in the words of the form', async () => {
    const license = await issueLicense(company)
    const base = { license: license.id, amount: 1, currency: 'USD' }
    const cases: [string, object][] = [
      ['422 NOTHING_BOUGHT limits', { type: 'expansion' }],
      ['422 INVALID_INPUT workspacesAdded', { type: 'expansion', workspacesAdded: -3 }],
      ['422 INVALID_INPUT type', { type: 'new' }],
      ['422 UNKNOWN_PRODUCT product', { type: 'upgrade', product: company.ids.retired }],
      ['422 INVALID_INPUT durationYears', { type: 'renewal', durationYears: 50 }],
    ]
    for (const [expected, changes] of cases) {
      const { body, status } = await sales.post('/api/purchases', { ...base, ...changes })
      const [{ code, path }] = body.errors
      expect([changes, `${status} ${code} ${path}`]).toEqual([changes, expected])
    }
    expect(await ledgerOf(company, license.id)).toHaveLength(1)
  })

  it('are neither changed nor deleted by anyone, through any interface', async () => {
    const license = await issueLicense(company)
    const [origin] = await ledgerOf(company, license.id)
    const tries = [
      await admin.patch(`/api/purchases/${origin.id}`, { amount: 1 }),
      await admin.delete(`/api/purchases/${origin.id}`),
      await admin.patch(`/api/purchases?where[id][equals]=${origin.id}`, { amount: 1 }),
      await admin.delete(`/api/purchases?where[id][equals]=${origin.id}`),
      await admin.patch(`/api/v1/purchases/${origin.id}`, { amount: 1 }),
      await admin.delete(`/api/v1/purchases/${origin.id}`),
    ]
    for (const { status } of tries) expect(status).toBeGreaterThanOrEqual(403)
    await gql(admin, `mutation { deletePurchase(id: "${origin.id}") { id } }`)
    const { payload } = company
    const where = { collection: 'purchases', id: origin.id } as const
    await expect(payload.delete(where)).rejects.toMatchObject({ code: 'APPEND_ONLY' })
    await expect(payload.update({ ...where, data: { amount: 1 } })).rejects.toMatchObject({
      code: 'APPEND_ONLY',
    })
    expect(await ledgerOf(company, license.id)).toEqual([origin])
  })

  it('are read by those whom they concern, and what was paid by staff and the partner', async () => {
    const license = await issueLicense(company, { endUserName: 'Acme' })
    await buy(company, license.id, { type: 'expansion', limits: { users: 3 } })
    const seen = async (who: Client): Promise<Json[]> =>
      (await who.get(`/api/purchases?depth=0&where[license][equals]=${license.id}&sort=sequence`))
        .body.docs ?? []
    const [, byPartner] = await seen(await company.as('partner'))
    const [, byCustomer] = await seen(await company.as('customer'))
    expect(byPartner).toMatchObject({ amount: 10_000, usersAdded: 3 })
    expect(byCustomer).toMatchObject({ usersAdded: 3 })
    expect(Object.keys(byCustomer)).not.toContain('amount')
    expect(Object.keys(byPartner)).not.toContain('recordedBy')
    for (const who of ['rival', 'engineer'] as const)
      expect([who, await seen(await company.as(who))]).toEqual([who, []])
    const rival = await gql(
      await company.as('rival'),
      `{ Purchases(where: { license: { equals: "${license.id}" } }) { totalDocs } }`,
    )
    expect(rival.body.data?.Purchases?.totalDocs ?? 0).toBe(0)
  })
})

describe('licenses', () => {
  it('change product, limits and dates by purchases alone', async () => {
    const license = await issueLicense(company)
    for (const data of [
      { limits: { users: 9_999, workspaces: 50 } },
      { expiresAt: '2099-01-01T00:00:00.000Z' },
      { product: company.ids.team },
    ]) {
      const { body, status } = await admin.patch(`/api/licenses/${license.id}`, data)
      expect([status, body.errors?.[0].code]).toEqual([409, 'PURCHASE_NEEDED'])
    }
    const noted = await admin.patch(`/api/licenses/${license.id}`, { internalNotes: 'Call first' })
    expect(noted.status).toBe(200)
    expect((await storedLicense(company, license.id)).limits.users).toBe(500)
  })

  it('are deleted only while nothing ever came of them; their first purchase goes along', async () => {
    const make = async (): Promise<string> =>
      (
        await sales.post('/api/licenses?depth=0', {
          product: company.ids.team,
          licenseType: 'subscription',
          customer: company.ids.acme,
        })
      ).body.doc.id
    const remove = async (id: string) => {
      const { body, status } = await admin.delete(`/api/licenses/${id}`)
      return status === 200 ? 'deleted' : body.errors[0].code
    }
    const [fresh, bought, moved, watched] = [await make(), await make(), await make(), await make()]
    await buy(company, bought, { type: 'expansion', limits: { users: 3 } })
    await sales.post(`/api/v1/licenses/${moved}/suspend`, { reason: 'Unpaid' })
    await company.payload.create({
      collection: 'alerts',
      data: {
        ...{ license: watched, title: 'Expires soon', kind: 'expiring', alertKey: watched },
        ...{ severity: 'warning', state: 'open' },
        ...{ raisedAt: '2026-11-21T00:00:00.000Z', openedAt: '2026-11-21T00:00:00.000Z' },
      },
    })
    const issued = await issueLicense(company)
    for (const id of [bought, moved, watched, issued.id])
      expect(await remove(id)).toBe('LICENSE_HAS_HISTORY')
    expect(await ledgerOf(company, bought)).toHaveLength(2)
    expect([await remove(fresh), await ledgerOf(company, fresh)]).toEqual(['deleted', []])
  })

  it('are kept when something was paid for them, or they were stopped for a while', async () => {
    const make = async (amount: number): Promise<string> => {
      const { body } = await sales.post('/api/v1/licenses', {
        ...{ sku: 'PRO-TEAM', licenseType: 'subscription', customer: { id: company.ids.acme } },
        purchase: { amount, currency: 'USD' },
      })
      return body.license.id
    }
    const [paid, stopped, free] = [await make(1_200_000), await make(0), await make(0)]
    await sales.post(`/api/v1/licenses/${stopped}/suspend`, { reason: 'Unpaid' })
    await sales.post(`/api/v1/licenses/${stopped}/resume`, {})
    for (const id of [paid, stopped]) {
      const { body, status } = await admin.delete(`/api/v1/licenses/${id}`)
      expect([status, body.errors?.[0].code]).toEqual([409, 'LICENSE_HAS_HISTORY'])
      expect(await ledgerOf(company, id)).toHaveLength(1)
    }
    expect((await admin.delete(`/api/v1/licenses/${free}`)).status).toBeLessThan(300)
  })
})
