import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startCompany, type Client, type Company, type Person } from '../../support/fixtures'
import {
  buy,
  eventsOf,
  issueLicense,
  ledgerOf,
  logOf,
  storedLicense,
  yearsAfter,
} from '../../support/licenseOf'
import { allOf, proveChains } from '../../support/proveWhole'

let company: Company
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const codeOf = ({
  body,
  status,
}: {
  body: { errors?: { code: string; path?: string }[] }
  status: number
}) => [status, body.errors?.[0]?.code, body.errors?.[0]?.path].filter(Boolean).join(' ')

describe('the purchase that a license begins with', () => {
  it('says what the order line cost, in parts that add up to it', async () => {
    const partner = await company.as('partner')
    const items = [
      {
        sku: 'PRO-TEAM',
        licenseType: 'subscription',
        quantity: 3,
        durationYears: 1,
        endUserName: 'Parts',
      },
    ]
    const placed = await partner.post('/api/v1/partners/orders', {
      agreementAcknowledged: true,
      items,
    })
    const { body } = await sales.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
    const [item] = body.order.items
    const rows = await allOf(company.payload, 'purchases', {
      order: { equals: placed.body.order.id },
    })
    expect(rows).toHaveLength(3)
    expect(rows.reduce((total, { amount }) => total + amount, 0)).toBe(
      item.subtotal - item.discount,
    )
    for (const { id, limits } of body.licenses)
      expect(await ledgerOf(company, id)).toMatchObject([
        {
          type: 'new',
          sequence: 1,
          currency: 'USD',
          durationYears: 1,
          workspacesAfter: limits.workspaces,
          usersAfter: limits.users,
        },
      ])
  })

  it('is there for a license made by hand too, and counts for the partner’s sales rep', async () => {
    const admin = await company.as('admin')
    const rep = await admin.post('/api/sales-reps', { name: 'Rita', email: 'rita@company.test' })
    await admin.patch(`/api/partners/${company.ids.alpha}`, { salesRep: rep.body.doc.id })
    const made = await sales.post('/api/licenses?depth=0', {
      product: company.ids.team,
      licenseType: 'subscription',
      customer: company.ids.acme,
      limits: { workspaces: 4, users: 40 },
      expiresAt: '2031-01-01T00:00:00.000Z',
    })
    expect(made.status).toBe(201)
    expect(await ledgerOf(company, made.body.doc.id)).toMatchObject([
      { type: 'new', workspacesAfter: 4, usersAfter: 40, amount: 0 },
    ])
    const issued = await issueLicense(company, { endUserName: 'Of Rita' })
    const [origin] = await ledgerOf(company, issued.id)
    const license = await storedLicense(company, issued.id)
    expect([origin.salesRep, license.salesRep]).toEqual([rep.body.doc.id, rep.body.doc.id])
  })
})

describe('POST /v1/purchases', () => {
  it('renews a license from its expiry on, tells why, and says so to the world', async () => {
    const license = await issueLicense(company, { durationYears: 1 })
    const { body, status } = await buy(company, license.licenseId, {
      type: 'renewal',
      durationYears: 2,
      note: 'Framework contract',
    })
    expect(status).toBe(201)
    const expiresAt = yearsAfter(license.expiresAt, 2)
    expect(body.license).toMatchObject({ state: 'renewed', expiresAt })
    expect(body.purchase).toMatchObject({
      license: license.id,
      sequence: 2,
      type: 'renewal',
      basis: 'from_now_if_expired',
      durationYears: 2,
      expiresBefore: license.expiresAt,
      expiresAfter: expiresAt,
      amount: 10_000,
      currency: 'USD',
      note: 'Framework contract',
    })
    const entry = (await logOf(company, license.id)).at(-1)
    expect(entry).toMatchObject({
      action: 'renewal',
      actorName: 'sales@company.test',
      changes: {
        state: { from: 'created', to: 'renewed' },
        purchase: { to: body.purchase.id },
        reason: { to: 'Framework contract' },
      },
    })
    expect(await eventsOf(company, license.id)).toEqual(['license.renewed'])
  })

  it('adds limits, by number or by units of the product, and leaves the rest', async () => {
    const license = await issueLicense(company, { sku: 'PRO-TEAM' })
    const byNumber = await buy(company, license.id, {
      type: 'expansion',
      limits: { users: 25 },
    })
    expect(byNumber.body.license.limits).toEqual({ workspaces: 10, users: 75 })
    const byUnits = await buy(company, license.id, { type: 'expansion', quantity: 2 })
    expect(byUnits.body.license).toMatchObject({
      limits: { workspaces: 30, users: 175 },
      state: 'created',
      expiresAt: license.expiresAt,
    })
    expect(await eventsOf(company, license.id)).toEqual(['license.expanded', 'license.expanded'])
  })

  it('upgrades to another product, whose limits raise the ones there are; the ID stays', async () => {
    const license = await issueLicense(company, { sku: 'PRO-TEAM' })
    await buy(company, license.id, { type: 'expansion', limits: { workspaces: 70 } })
    const { body } = await buy(company, license.id, { type: 'upgrade', sku: 'ENT-SUITE' })
    expect(body.license).toMatchObject({
      licenseId: license.licenseId,
      product: String(company.ids.suite),
      productType: 'enterprise',
      limits: { workspaces: 80, users: 500 },
    })
  })

  it('refuses what changes nothing or can not be, naming the field, and writes nothing', async () => {
    const license = await issueLicense(company)
    const eternal = await issueLicense(company, { licenseType: 'perpetual' })
    const cases: [string, string, object][] = [
      ['422 NOTHING_BOUGHT limits', license.id, { type: 'expansion' }],
      ['422 NOTHING_BOUGHT product', license.id, { type: 'upgrade', sku: 'ENT-SUITE' }],
      ['422 UNKNOWN_PRODUCT sku', license.id, { type: 'upgrade', sku: 'OLD-ONE' }],
      ['422 UNKNOWN_PRODUCT product', license.id, { type: 'upgrade', product: 'no-such' }],
      ['409 PURCHASE_CONFLICT type', eternal.id, { type: 'renewal' }],
      ['422 INVALID_INPUT type', license.id, { type: 'new' }],
      ['422 INVALID_INPUT amount', license.id, { type: 'renewal', amount: -5 }],
      ['422 INVALID_INPUT currency', license.id, { type: 'renewal', currency: 'XTS' }],
      ['404 NOT_FOUND', 'ENT-202001-000001', { type: 'renewal' }],
      ['404 NOT_FOUND', 'no-such-license', { type: 'renewal' }],
    ]
    for (const [expected, id, changes] of cases)
      expect([changes, codeOf(await buy(company, id, changes))]).toEqual([changes, expected])
    for (const { id } of [license, eternal]) expect(await ledgerOf(company, id)).toHaveLength(1)
  })

  it('takes a request with the same Idempotency-Key once', async () => {
    const license = await issueLicense(company)
    const key = { 'idempotency-key': 'renewal-1' }
    const send = (changes = {}) =>
      buy(company, license.id, { type: 'renewal', durationYears: 1, ...changes }, key)
    const answers = await Promise.all([send(), send(), send()])
    answers.push(await send())
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.purchase.id)).size).toBe(1)
    expect(codeOf(await send({ durationYears: 2 }))).toBe('409 IDEMPOTENCY_CONFLICT')
    const { expiresAt } = await storedLicense(company, license.id)
    expect(new Date(expiresAt).toISOString()).toBe(yearsAfter(license.expiresAt, 1))
  })

  it('gives several purchases at the same moment their effect once each', async () => {
    const license = await issueLicense(company)
    const kinds = [
      { type: 'renewal', durationYears: 1 },
      { type: 'expansion', limits: { users: 10 } },
      { type: 'expansion', limits: { workspaces: 5 } },
      { type: 'renewal', durationYears: 2 },
    ]
    const answers = await Promise.all(kinds.map((kind) => buy(company, license.id, kind)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const stored = await storedLicense(company, license.id)
    expect(new Date(stored.expiresAt).toISOString()).toBe(yearsAfter(license.expiresAt, 3))
    expect(stored.limits).toEqual({ workspaces: 55, users: 510 })
    const ledger = await ledgerOf(company, license.id)
    expect(ledger.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    expect((await eventsOf(company, license.id)).sort()).toEqual([
      'license.expanded',
      'license.expanded',
      'license.renewed',
      'license.renewed',
    ])
    await proveChains(company.payload)
  })

  it('is for staff; who sees the license is told so, and nobody else that there is one', async () => {
    const license = await issueLicense(company)
    const body = { license: license.licenseId, type: 'renewal', amount: 1, currency: 'USD' }
    const expected: [Person, string][] = [
      ['partner', '403 FORBIDDEN'],
      ['rival', '404 NOT_FOUND'],
      ['customer', '404 NOT_FOUND'],
      ['engineer', '404 NOT_FOUND'],
    ]
    for (const [who, answer] of expected)
      expect([who, codeOf(await (await company.as(who)).post('/api/v1/purchases', body))]).toEqual([
        who,
        answer,
      ])
    expect(codeOf(await company.anybody.post('/api/v1/purchases', body))).toBe(
      '401 UNAUTHENTICATED',
    )
    expect(await ledgerOf(company, license.id)).toHaveLength(1)
  })
})

describe('POST /v1/purchases/{id}/reverse', () => {
  const undo = (id: string, who: Client = sales) =>
    who.post(`/api/v1/purchases/${id}/reverse`, { reason: 'Booked twice' })

  it('undoes a purchase by an entry against it, and the license is as if it had never been', async () => {
    const license = await issueLicense(company)
    const renewed = await buy(company, license.id, { type: 'renewal', durationYears: 1 })
    await buy(company, license.id, { type: 'expansion', limits: { users: 7 } })
    const { body, status } = await undo(renewed.body.purchase.id)
    expect(status).toBe(201)
    expect(body.purchase).toMatchObject({
      type: 'renewal',
      amount: -10_000,
      reverses: renewed.body.purchase.id,
      note: 'Booked twice',
      sequence: 4,
    })
    expect(body.license).toMatchObject({
      expiresAt: license.expiresAt,
      limits: { workspaces: 50, users: 507 },
    })
    expect(await ledgerOf(company, license.id)).toHaveLength(4)
    expect((await logOf(company, license.id)).at(-1)).toMatchObject({
      action: 'reversal',
      changes: { reason: { to: 'Booked twice' } },
    })
    expect((await eventsOf(company, license.id)).at(-1)).toBe('license.reversed')
  })

  it('of a renewal leaves the license where it was before: created, deployed or in use', async () => {
    const renewAndUndo = async (id: string): Promise<string[]> => {
      const { body } = await buy(company, id, { type: 'renewal', durationYears: 1 })
      const undone = await undo(body.purchase.id)
      return [body.license.state, undone.body.license.state]
    }
    const license = await issueLicense(company)
    expect(await renewAndUndo(license.id)).toEqual(['renewed', 'created'])
    const plan = { license: license.id, scheduledAt: '2027-01-04T09:00:00Z' }
    const { body } = await sales.post('/api/v1/deployments', plan)
    for (const action of ['start', 'complete'])
      await sales.post(`/api/v1/deployments/${body.deployment.id}/${action}`, {})
    expect(await renewAndUndo(license.id)).toEqual(['renewed', 'deployed'])
    const path = `/api/v1/licenses/${license.licenseId}/usage`
    const { key } = (await sales.post(`${path}-key`, {})).body
    const usage = { workspaces: 1, users: 1 }
    await company.anybody.post(path, usage, { Authorization: `License ${key}` })
    expect(await renewAndUndo(license.id)).toEqual(['renewed', 'in_use'])
    expect((await logOf(company, license.id)).at(-1)).toMatchObject({
      action: 'reversal',
      changes: { state: { from: 'renewed', to: 'in_use' } },
    })
    const { events } = (await sales.get(`/api/v1/licenses/${license.id}/timeline`)).body
    expect(events.at(-1)).toMatchObject({ kind: 'expiry' })
    expect(events.map(({ title }: { title: string }) => title)).toContain('In use')
    await proveChains(company.payload)
  })

  it('of one renewal of several leaves it renewed', async () => {
    const license = await issueLicense(company)
    const [first, second] = [
      await buy(company, license.id, { type: 'renewal', durationYears: 1 }),
      await buy(company, license.id, { type: 'renewal', durationYears: 1 }),
    ]
    const states = []
    for (const { body } of [first, second])
      states.push((await undo(body.purchase.id)).body.license.state)
    expect(states).toEqual(['renewed', 'created'])
  })

  it('of a renewal does not end a suspension, after which the license is where it was', async () => {
    const license = await issueLicense(company)
    const { body } = await buy(company, license.id, { type: 'renewal', durationYears: 1 })
    await sales.post(`/api/v1/licenses/${license.id}/suspend`, { reason: 'Unpaid' })
    expect((await undo(body.purchase.id)).body.license.state).toBe('suspended')
    const resumed = await sales.post(`/api/v1/licenses/${license.id}/resume`, {})
    expect(resumed.body.license.state).toBe('created')
  })

  it('can be done once, also by two at the same moment', async () => {
    const license = await issueLicense(company)
    const { body } = await buy(company, license.id, { type: 'expansion', limits: { users: 7 } })
    const answers = await Promise.all([undo(body.purchase.id), undo(body.purchase.id)])
    expect(answers.map(codeOf).sort()).toEqual(['201', '409 ALREADY_REVERSED'])
    expect(codeOf(await undo(body.purchase.id))).toBe('409 ALREADY_REVERSED')
    expect((await storedLicense(company, license.id)).limits.users).toBe(500)
  })

  it('can not be done to the first purchase, to an undoing, without a reason, or by others', async () => {
    const license = await issueLicense(company)
    const { body } = await buy(company, license.id, { type: 'expansion', limits: { users: 7 } })
    const [origin] = await ledgerOf(company, license.id)
    expect(codeOf(await undo(origin.id))).toBe('409 PURCHASE_CONFLICT')
    const { id } = body.purchase
    expect(codeOf(await sales.post(`/api/v1/purchases/${id}/reverse`, {}))).toBe(
      '422 INVALID_INPUT reason',
    )
    expect(codeOf(await undo(id, await company.as('partner')))).toBe('403 FORBIDDEN')
    for (const who of ['rival', 'customer', 'engineer'] as const)
      expect([who, codeOf(await undo(id, await company.as(who)))]).toEqual([who, '404 NOT_FOUND'])
    const undone = await undo(id)
    expect(codeOf(await undo(undone.body.purchase.id))).toBe('409 PURCHASE_CONFLICT')
  })
})
