import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { channelOf } from '../../../src/channel'
import { hasTransactions } from '../../../src/database/hasTransactions'
import { licenseIdPattern, orderNumberPattern } from '../../../src/domain/numbers'
import {
  line,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf, proveChains, proveTotals } from '../../support/proveWhole'

let company: Company
let partner: Client
let rival: Client
let admin: Client
let sales: Client

beforeAll(async () => {
  company = await startCompany({ approvalLimits: { sales: { USD: 10_000_000, EUR: 10_000_000 } } })
  partner = await company.as('partner')
  rival = await company.as('rival')
  admin = await company.as('admin')
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

/** What no client may decide. */
const forged = () => ({
  orderNumber: 'PO-000000-000000',
  state: 'completed',
  status: 'COMPLETED',
  currency: 'CNY',
  subtotal: 1,
  discountTotal: 999,
  taxTotal: 0,
  total: 1,
  licenseCount: 0,
  submittedAt: '2020-01-01T00:00:00.000Z',
  issuedAt: '2020-01-01T00:00:00.000Z',
  decidedAt: '2020-01-01T00:00:00.000Z',
  decidedBy: company.ids.adminUser,
  decisionReason: 'forged',
  agreementVersion: '99',
  agreementDate: '2020-01-01T00:00:00.000Z',
  requestKey: 'forged',
  requestHash: 'forged',
})
const forgedItem = {
  unitPrice: 1,
  listPrice: 1,
  subtotal: 1,
  discount: 999_999,
  taxRateBps: 0,
  tax: 0,
  total: 1,
  sku: 'FORGED',
  productName: 'Forged',
}
/** Gold's price for one ENT-SUITE a year in USD, with 8.25 % tax on top. */
const GOLD = 70_007

const item = (changes: object = {}) => ({
  product: company.ids.suite,
  licenseType: 'subscription',
  quantity: 2,
  durationYears: 3,
  endUserName: 'Adventure Works',
  ...changes,
})
const draftOf = async (who: Client, data: object = {}): Promise<Json> => {
  const { body, status } = await who.post('/api/orders?depth=0', data)
  expect([status, body.errors]).toEqual([201, undefined])
  return body.doc
}
const addItem = async (
  who: Client,
  id: string,
  data: object = item(),
  query = '',
): Promise<Json> => {
  const { body, status } = await who.post(`/api/order-items?depth=0${query}`, {
    order: id,
    ...data,
  })
  expect([status, body.errors]).toEqual([201, undefined])
  return body.doc
}
const read = async (id: string): Promise<Json> =>
  (await admin.get(`/api/orders/${id}?depth=0`)).body
const place = async (who: Client, changes: object = {}): Promise<Json> =>
  (await who.post('/api/v1/partners/orders', order(changes))).body.order
const act = (who: Client, id: string, action: string, body: object = {}) =>
  who.post(`/api/v1/orders/${id}/${action}`, body)
const gql = async (who: Client, query: string) => (await who.post('/api/graphql', { query })).body

describe('totals', () => {
  it('are the server’s for an order that a partner makes by REST, line by line', async () => {
    const made = await draftOf(partner, { ...forged(), agreementAcknowledged: true })
    expect(made.orderNumber).toMatch(orderNumberPattern)
    expect(made.orderNumber).not.toBe('PO-000000-000000')
    expect(made).toMatchObject({ state: 'draft', currency: 'USD', total: 0, agreementVersion: '1' })
    expect(made.submittedAt ?? null).toBeNull()
    expect(made.decidedBy ?? null).toBeNull()
    const added = await addItem(partner, made.id, { ...item(), ...forgedItem })
    expect(added).toMatchObject({
      sku: 'ENT-SUITE',
      unitPrice: GOLD,
      subtotal: GOLD * 6,
      tax: 34_653,
      total: 454_695,
      partner: company.ids.alpha,
    })
    expect(await read(made.id)).toMatchObject({
      subtotal: 420_042,
      taxTotal: 34_653,
      total: 454_695,
      licenseCount: 2,
    })
  })

  it('stay so when a client changes the order, the line or both, partner or administrator', async () => {
    const { id } = await draftOf(partner)
    const { id: itemId } = await addItem(partner, id)
    for (const who of [partner, admin, sales]) {
      await who.patch(`/api/orders/${id}`, forged())
      await who.patch(`/api/order-items/${itemId}`, forgedItem)
      expect(await read(id)).toMatchObject({ state: 'draft', currency: 'USD', total: 454_695 })
    }
    const { status } = await partner.patch(`/api/order-items/${itemId}`, { quantity: 10 })
    expect(status).toBe(200)
    // From 10 on the price is lower.
    expect((await read(id)).subtotal).toBe(63_007 * 30)
    await partner.delete(`/api/order-items/${itemId}`)
    expect(await read(id)).toMatchObject({ total: 0, licenseCount: 0 })
  })

  it('are counted again whatever a client selects of the answer', async () => {
    const { id } = await draftOf(partner)
    for (const query of ['&select[sku]=true', '&select[order]=false', '&depth=3']) {
      const { id: itemId } = await addItem(partner, id, item(), query)
      expect((await read(id)).total).toBe(454_695)
      await partner.delete(`/api/order-items/${itemId}?${query.slice(1)}`)
      expect((await read(id)).total).toBe(0)
    }
  })

  it('are the server’s through GraphQL', async () => {
    const made = await gql(
      partner,
      `mutation { createOrder(data: { partner: "${company.ids.alpha}", notes: "by GraphQL", state: completed,
        subtotal: 1, discountTotal: 1, taxTotal: 1, total: 1, licenseCount: 1 }) { id state total } }`,
    )
    expect(made.errors).toBeUndefined()
    const { id, state } = made.data.createOrder
    expect(state).toBe('draft')
    const added = await gql(
      partner,
      `mutation { createOrderItem(data: { order: "${id}", product: "${company.ids.suite}", position: 0,
        licenseType: subscription, quantity: 2, durationYears: 3, endUserName: "E", unitPrice: 1, total: 1 })
        { unitPrice total } }`,
    )
    expect(added.data.createOrderItem).toEqual({ unitPrice: GOLD, total: 454_695 })
    await gql(
      partner,
      `mutation { updateOrder(id: "${id}", data: { total: 1, state: in_progress }) { id } }`,
    )
    expect(await read(id)).toMatchObject({ state: 'draft', total: 454_695 })
  })

  it('are the server’s for the Local API beside all access', async () => {
    const made = await company.payload.create({
      collection: 'orders',
      data: { ...forged(), partner: company.ids.alpha } as never,
      depth: 0,
    })
    expect(made).toMatchObject({ state: 'draft', total: 0 })
    const added = await company.payload.create({
      collection: 'order-items',
      data: { ...item(), ...forgedItem, order: made.id } as never,
      depth: 0,
    })
    expect(added.total).toBe(454_695)
    await company.payload.update({
      collection: 'orders',
      id: made.id,
      data: { total: 1, subtotal: 1, licenseCount: 0 },
    })
    expect(await read(made.id)).toMatchObject({ total: 454_695, licenseCount: 2 })
  })

  it('come from the partner’s own tier and currency, never another’s', async () => {
    const mine = await place(partner)
    const theirs = await place(rival)
    expect([mine.currency, mine.items[0].unitPrice, mine.items[0].taxRateBps]).toEqual([
      'USD',
      GOLD,
      825,
    ])
    expect([theirs.currency, theirs.items[0].unitPrice]).toEqual(['EUR', 90_009])
    const list = await partner.get('/api/v1/partners/price-list')
    const prices = list.body.items.map(({ unitPrice }: { unitPrice: number }) => unitPrice)
    expect(prices).not.toContain(10_001 * 8)
    expect(prices).toContain(GOLD)
  })

  it('give a line with a discount and one with seats their amounts', async () => {
    const placed = await place(partner, {
      items: [
        line({ sku: 'PRO-TEAM', quantity: 3, durationYears: 1 }),
        line({ sku: 'SEAT-PACK', quantity: 40 }),
      ],
    })
    const [team, seats] = placed.items
    expect(team).toMatchObject({ subtotal: 42_000, discount: 2_100, tax: 3_292, total: 43_192 })
    expect(seats).toMatchObject({ unitPrice: 420, subtotal: 50_400, total: 54_558 })
    expect(placed.licenseCount).toBe(4)
  })
})

describe('an order that was submitted', () => {
  it('is locked, with its lines, for everybody and through everything', async () => {
    const { id } = await place(partner)
    const [first] = await allOf(company.payload, 'order-items', { order: { equals: id } })
    const before = await read(id)
    for (const who of [partner, admin, sales]) {
      const answers = [
        await who.patch(`/api/orders/${id}`, { notes: 'changed' }),
        await who.patch(`/api/orders/${id}?select[id]=true`, { agreementAcknowledged: false }),
        await who.patch(`/api/order-items/${first.id}`, { quantity: 1 }),
        await who.post('/api/order-items', { order: id, ...item() }),
        await who.delete(`/api/order-items/${first.id}`),
        await who.patch(`/api/v1/partners/orders/${id}`, { items: [] }),
      ]
      for (const { body, status } of answers)
        expect([status, body.errors[0].code]).toEqual([409, 'ORDER_LOCKED'])
      expect([403, 409]).toContain((await who.delete(`/api/orders/${id}`)).status)
    }
    const graph = await gql(
      partner,
      `mutation { updateOrderItem(id: "${first.id}", data: { quantity: 1 }) { id } }`,
    )
    expect(graph.errors[0].extensions.code).toBe('ORDER_LOCKED')
    await expect(
      company.payload.update({ collection: 'order-items', id: first.id, data: { quantity: 1 } }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(company.payload.delete({ collection: 'orders', id })).rejects.toMatchObject({
      status: 409,
    })
    // Without transactions a write that is refused has taken its revision, which is no harm.
    const { updatedAt: _after, revision: _last, ...after } = await read(id)
    const { updatedAt: _before, revision: _first, ...same } = before
    expect(after).toEqual(same)
    expect(await allOf(company.payload, 'order-items', { order: { equals: id } })).toHaveLength(1)
  })

  it('still takes the staff’s internal notes, which the partner’s next change leaves alone', async () => {
    const { id } = await draftOf(partner, { notes: 'one' })
    expect((await sales.patch(`/api/orders/${id}`, { internalNotes: 'ours' })).status).toBe(200)
    expect(
      (await partner.patch(`/api/orders/${id}`, { notes: 'two', internalNotes: 'mine' })).status,
    ).toBe(200)
    expect(await read(id)).toMatchObject({ internalNotes: 'ours', notes: 'two' })
    const log = await allOf(
      company.payload,
      'change-logs',
      { documentId: { equals: id } },
      'sequence',
    )
    expect(log.map(({ changes }) => Object.keys(changes))).toEqual([
      expect.arrayContaining(['notes', 'state']),
      ['internalNotes'],
      ['notes'],
    ])
  })
})

describe('a draft', () => {
  it('keeps the agreement as it was accepted, version and time, when it is saved anew', async () => {
    const { options } = channelOf(company.payload)
    const path = '/api/v1/partners/orders'
    const first = (await partner.post(path, order({ submit: false }))).body.order
    const accepted = [first.agreementVersion, first.agreementDate]
    const { agreement } = options
    const body = order()
    Object.assign(options, { agreement: { ...agreement, version: 'of today' } })
    try {
      const again = (body: Json) => partner.patch(`${path}/${String(first.id)}`, body)
      const kept = (await again(body)).body.order
      expect([kept.agreementVersion, kept.agreementDate]).toEqual(accepted)
      const withdrawn = (await again({ ...body, agreementAcknowledged: false })).body.order
      expect([withdrawn.agreementVersion, withdrawn.agreementDate]).toEqual([null, null])
      const anew = (await again(body)).body.order
      expect(anew.agreementVersion).toBe('of today')
    } finally {
      Object.assign(options, { agreement })
    }
  })

  it('takes its lines along when it is deleted; another state is not deleted', async () => {
    const { id } = await place(partner, { submit: false })
    expect((await partner.delete(`/api/orders/${id}`)).status).toBe(200)
    expect(await allOf(company.payload, 'order-items', { order: { equals: id } })).toEqual([])
    expect(await allOf(company.payload, 'orders', { id: { equals: id } })).toEqual([])
    const log = await allOf(
      company.payload,
      'change-logs',
      { documentId: { equals: id } },
      'sequence',
    )
    expect(log.map(({ action }) => action)).toEqual(['create', 'delete'])
  })

  it('keeps its partner and prices: staff cannot hand it to another one', async () => {
    const { id } = await place(partner, { submit: false })
    const { status } = await sales.patch(`/api/orders/${id}`, { partner: company.ids.beta })
    expect(status).toBe(409)
    expect(await read(id)).toMatchObject({ partner: company.ids.alpha, currency: 'USD' })
  })

  it('passes on to its lines the customer that staff give it', async () => {
    const { id } = await place(partner, { submit: false })
    expect((await sales.patch(`/api/orders/${id}`, { customer: company.ids.acme })).status).toBe(
      200,
    )
    const customer = await company.as('customer')
    expect((await customer.get(`/api/orders/${id}`)).status).toBe(200)
    const lines = await customer.get(`/api/order-items?where[order][equals]=${id}`)
    expect(lines.body.totalDocs).toBe(1)
    const items = [line(), line({ quantity: 1 })]
    await partner.patch(`/api/v1/partners/orders/${id}`, { agreementAcknowledged: true, items })
    const rewritten = await customer.get(`/api/order-items?where[order][equals]=${id}`)
    expect(rewritten.body.totalDocs).toBe(2)
  })

  it('cannot take a line of an inactive product, or move one to another order', async () => {
    const { id } = await draftOf(partner)
    const other = await draftOf(partner)
    const retired = await partner.post('/api/order-items', {
      order: id,
      ...item({ product: company.ids.retired }),
    })
    expect(retired.status).toBe(422)
    const { id: itemId } = await addItem(partner, id)
    const moved = await partner.patch(`/api/order-items/${itemId}`, { order: other.id })
    expect([moved.status, moved.body.errors[0].code]).toEqual([409, 'ORDER_LOCKED'])
    const foreign = await rival.post('/api/order-items', { order: id, ...item() })
    expect(foreign.status).toBe(422)
    expect(await read(id)).toMatchObject({ total: 454_695 })
    expect(await read(other.id)).toMatchObject({ total: 0 })
  })
})

describe('states', () => {
  it('are set by nobody, and an illegal way is refused even beside all access', async () => {
    const { id } = await place(partner)
    for (const who of [partner, admin, sales])
      for (const state of ['in_progress', 'completed', 'draft'])
        await who.patch(`/api/orders/${id}`, { state })
    expect((await read(id)).state).toBe('pending_review')
    await expect(
      company.payload.update({ collection: 'orders', id, data: { state: 'completed' } }),
    ).rejects.toMatchObject({ status: 409, code: 'ORDER_STATE_CONFLICT' })
    expect((await read(id)).state).toBe('pending_review')
  })

  it('refuse each action that the state does not allow', async () => {
    const { id } = await place(partner)
    for (const action of ['submit', 'pay', 'complete', 'revise']) {
      const { body, status } = await act(admin, id, action)
      expect([action, status, body.errors[0].code]).toEqual([action, 409, 'ORDER_STATE_CONFLICT'])
    }
  })

  it('lead from rejected over revised back to submitted, with the reason kept', async () => {
    const { id } = await place(partner)
    expect((await act(sales, id, 'reject')).status).toBe(422)
    const rejected = await act(sales, id, 'reject', { reason: 'Served by another partner.' })
    expect(rejected.body.order).toMatchObject({
      status: 'REJECTED',
      decisionReason: 'Served by another partner.',
    })
    expect((await act(partner, id, 'revise')).body.order.status).toBe('DRAFT')
    const changed = await partner.patch(`/api/v1/partners/orders/${id}`, {
      agreementAcknowledged: true,
      items: [line({ quantity: 1 })],
    })
    expect(changed.body.order.licenseCount).toBe(1)
    expect((await act(partner, id, 'submit')).body.order.status).toBe('PENDING')
    const returned = await act(sales, id, 'return', { reason: 'One year only, please.' })
    expect(returned.body.order).toMatchObject({
      status: 'DRAFT',
      decisionReason: 'One year only, please.',
    })
  })

  it('issue licenses for a prepaid order only once it is paid', async () => {
    const { id } = await place(rival)
    const approved = await act(sales, id, 'approve')
    expect(approved.body).toMatchObject({ order: { state: 'pending_payment' }, licenses: [] })
    expect(await allOf(company.payload, 'licenses', { order: { equals: id } })).toEqual([])
    const paid = await act(sales, id, 'pay')
    expect(paid.body.order.state).toBe('in_progress')
    expect(paid.body.licenses).toHaveLength(2)
    expect((await act(sales, id, 'complete')).body.order.status).toBe('COMPLETED')
  })

  it('keep approvals within the role’s limit', async () => {
    const { id } = await place(partner, { items: [line({ quantity: 60, durationYears: 5 })] })
    const refused = await act(sales, id, 'approve')
    expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'APPROVAL_LIMIT_EXCEEDED'])
    expect((await act(admin, id, 'approve')).status).toBe(200)
  })

  it('submit a draft at the prices of that day, not of the day it was begun', async () => {
    const items = [line({ sku: 'PRO-TEAM', quantity: 1, durationYears: 1 })]
    const draft = await place(partner, { submit: false, items })
    const price = `/api/price-list-items/${company.ids.goldUsdTeam}`
    await admin.patch(price, { unitPrice: 15_000 })
    const submitted = await act(partner, draft.id, 'submit')
    expect(submitted.body.order.items[0].unitPrice).toBe(15_000)
    // 5 % off, 8.25 % on top.
    expect(submitted.body.order.total).toBe(15_000 - 750 + 1_176)
    const gone = await place(partner, { submit: false, items })
    await admin.patch(`/api/products/${company.ids.team}`, { active: false })
    const refused = await act(partner, gone.id, 'submit')
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'items.0.sku'])
    await admin.patch(`/api/products/${company.ids.team}`, { active: true })
    await admin.patch(price, { unitPrice: 14_000 })
  })

  it('want lines and the agreement before a submission', async () => {
    const empty = await place(partner, { submit: false, items: [] })
    expect((await act(partner, empty.id, 'submit')).body.errors[0].code).toBe('ORDER_EMPTY')
    const open = await place(partner, { submit: false, agreementAcknowledged: false })
    expect((await act(partner, open.id, 'submit')).body.errors[0]).toMatchObject({
      code: 'AGREEMENT_REQUIRED',
      path: 'agreementAcknowledged',
    })
  })
})

describe('licenses', () => {
  it('are issued one for each unit, or one with seats, with limits and an end by calendar years', async () => {
    const { id } = await place(partner, {
      items: [
        line({ quantity: 3, durationYears: 2 }),
        line({ sku: 'SEAT-PACK', quantity: 40, durationYears: 1 }),
        line({ licenseType: 'perpetual', quantity: 1 }),
      ],
    })
    const { body } = await act(admin, id, 'approve')
    expect(body.licenses).toHaveLength(5)
    for (const { licenseId } of body.licenses) expect(licenseId).toMatch(licenseIdPattern)
    const [first] = body.licenses
    const end = new Date(first.startsAt)
    end.setUTCFullYear(end.getUTCFullYear() + 2)
    expect(first).toMatchObject({
      seats: 1,
      limits: { workspaces: 50, users: 500 },
      state: 'created',
    })
    expect(first.expiresAt).toBe(end.toISOString())
    const seats = body.licenses.find(({ licenseId }: Json) => licenseId.startsWith('SEA'))
    expect(seats).toMatchObject({ seats: 40, limits: { workspaces: 0, users: 40 } })
    const perpetual = body.licenses.find(({ licenseType }: Json) => licenseType === 'perpetual')
    expect(perpetual.expiresAt).toBeNull()
  })

  it('belong to one customer for each end user, however the name is written', async () => {
    const names = ['Tail Spin', ' tail  SPIN ', 'TAIL SPIN']
    const { id } = await place(partner, {
      items: names.map((endUserName) => line({ quantity: 1, endUserName })),
    })
    await act(admin, id, 'approve')
    const again = await place(partner, { items: [line({ quantity: 1, endUserName: 'tail spin' })] })
    await act(admin, again.id, 'approve')
    const licenses = await allOf(company.payload, 'licenses', { order: { in: [id, again.id] } })
    expect(new Set(licenses.map(({ customer }) => customer)).size).toBe(1)
    const customers = await allOf(company.payload, 'customers', { name: { like: 'Tail Spin' } })
    expect(customers).toHaveLength(1)
  })

  it('are not deleted once they have a history, and keep their ID and state', async () => {
    const [license] = await allOf(company.payload, 'licenses')
    const refused = await admin.delete(`/api/licenses/${license.id}`)
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'LICENSE_HAS_HISTORY'])
    await admin.patch(`/api/licenses/${license.id}`, {
      licenseId: 'ENT-000000-000000',
      state: 'in_use',
    })
    const [after] = await allOf(company.payload, 'licenses', { id: { equals: license.id } })
    expect(after).toMatchObject({ licenseId: license.licenseId, state: 'created' })
    await expect(
      company.payload.update({ collection: 'licenses', id: license.id, data: { state: 'in_use' } }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('can be made, and deleted again, by an administrator', async () => {
    const made = await admin.post('/api/licenses?depth=0', {
      product: company.ids.suite,
      licenseType: 'trial',
      customer: company.ids.acme,
    })
    expect(made.body.doc).toMatchObject({ state: 'created', productType: 'enterprise' })
    expect(made.body.doc.licenseId).toMatch(licenseIdPattern)
    expect((await admin.delete(`/api/licenses/${made.body.doc.id}`)).status).toBe(200)
  })
})

describe('the change log', () => {
  it('tells of a write what it changed, and nothing that somebody else changed in the same moment', async () => {
    const { payload } = company
    const { id } = await place(partner)
    const { updateOne } = payload.db
    let approval: Promise<unknown> | undefined
    // After the note is written and before it is logged somebody approves, or waits for the note.
    payload.db.updateOne = async (args) => {
      const written = await updateOne.call(payload.db, args)
      if (args.data.internalNotes === 'Call them.') {
        payload.db.updateOne = updateOne
        approval = sales.post(`/api/v1/orders/${id}/approve`, {})
        if (!hasTransactions(payload)) await approval
      }
      return written
    }
    expect((await sales.patch(`/api/orders/${id}`, { internalNotes: 'Call them.' })).status).toBe(
      200,
    )
    await approval
    const log = await allOf(payload, 'change-logs', { documentId: { equals: id } })
    const movedBy = log.filter(({ changes }) => 'state' in changes)
    expect(movedBy.map(({ action }) => action).sort()).toEqual(['approve', 'create'])
    const [noted] = log.filter(({ action }) => action === 'update')
    expect(noted?.changes).toHaveProperty('internalNotes')
  })

  it('names who, when, from where and what for each action', async () => {
    const { id } = await place(partner)
    await sales.post(
      `/api/v1/orders/${id}/reject`,
      { reason: 'No.' },
      { 'User-Agent': 'browser/1' },
    )
    const log = await allOf(
      company.payload,
      'change-logs',
      { documentId: { equals: id } },
      'sequence',
    )
    expect(log.map(({ action }) => action)).toEqual(['create', 'reject'])
    expect(log[1]).toMatchObject({
      actorId: String(company.ids.salesUser),
      actorName: 'sales@company.test',
      ip: expect.stringContaining('127.0.0.1'),
      userAgent: 'browser/1',
      changes: {
        state: { from: 'pending_review', to: 'rejected' },
        decisionReason: { to: 'No.' },
      },
    })
    expect(Math.abs(Date.now() - Date.parse(log[1].at))).toBeLessThan(60_000)
  })

  it('takes no update and no delete, from anyone, through anything', async () => {
    const [entry] = await allOf(company.payload, 'change-logs')
    const before = (await allOf(company.payload, 'change-logs')).length
    for (const answer of [
      await admin.patch(`/api/change-logs/${entry.id}`, { action: 'forged' }),
      await admin.delete(`/api/change-logs/${entry.id}`),
      await admin.delete('/api/change-logs?where[id][exists]=true'),
      await admin.patch('/api/change-logs?where[id][exists]=true', { action: 'forged' }),
      await admin.post('/api/change-logs', { ...entry, id: undefined }),
    ])
      expect(answer.status).toBe(403)
    const graph = await gql(admin, `mutation { deleteChangeLog(id: "${entry.id}") { id } }`)
    expect(graph.errors[0].extensions.code).toBe('APPEND_ONLY')
    const local = { collection: 'change-logs', overrideAccess: true } as const
    await expect(
      company.payload.update({ ...local, id: entry.id, data: { action: 'forged' } }),
    ).rejects.toMatchObject({ code: 'APPEND_ONLY' })
    await expect(company.payload.delete({ ...local, id: entry.id })).rejects.toMatchObject({
      code: 'APPEND_ONLY',
    })
    await expect(
      company.payload.delete({ ...local, where: { id: { exists: true } } }),
    ).rejects.toMatchObject({ code: 'APPEND_ONLY' })
    const after = await allOf(company.payload, 'change-logs')
    expect(after).toHaveLength(before)
    expect(after.find(({ id }) => id === entry.id)).toEqual(entry)
  })

  it('keeps no secret of a user that was made and changed its password', async () => {
    const made = await admin.post('/api/users', {
      email: 'new@company.test',
      username: 'newcomer',
      password: 'top-Secret-1',
      roles: ['sales'],
    })
    const { id } = made.body.doc
    expect(
      (await admin.patch(`/api/users/${id}`, { password: 'top-Secret-2', name: 'Newcomer' }))
        .status,
    ).toBe(200)
    await company.anybody.post('/api/users/forgot-password', { email: 'new@company.test' })
    const log = await allOf(company.payload, 'change-logs', { documentId: { equals: id } })
    expect(log.length).toBeGreaterThanOrEqual(2)
    const text = JSON.stringify(log)
    expect(text).toContain('Newcomer')
    expect(text).not.toMatch(/top-Secret|salt|"hash":\{|resetPasswordToken|sessions/)
  })

  it('is whole at the end, and so are all totals', async () => {
    await proveChains(company.payload)
    await proveTotals(company.payload)
  })
})
