import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { channelOf } from '../../../src/channel'
import {
  line,
  order,
  startCompany,
  type Answer,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf } from '../../support/proveWhole'

let company: Company
let partner: Client
let rival: Client
let admin: Client
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  partner = await company.as('partner')
  rival = await company.as('rival')
  admin = await company.as('admin')
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const place = async (who: Client = partner, changes: object = {}): Promise<Json> =>
  (await who.post('/api/v1/partners/orders', order(changes))).body.order
const act = (who: Client, id: string, action: string, body: object = {}, headers = {}) =>
  who.post(`/api/v1/orders/${id}/${action}`, body, headers)
const read = async (id: string): Promise<Json> =>
  (await admin.get(`/api/orders/${id}?depth=0`)).body
const gql = async (who: Client, query: string) => (await who.post('/api/graphql', { query })).body
const refusal = ({ body, status }: Answer) => [status, body.errors?.[0]?.code]

describe('cancelling', () => {
  it('is nobody’s once the licenses are issued, and says what to do instead', async () => {
    const { id } = await place()
    await act(sales, id, 'approve')
    for (const who of [partner, sales, admin]) {
      const answer = await act(who, id, 'cancel', { reason: 'Not wanted' })
      expect(refusal(answer)).toEqual([409, 'ORDER_ISSUED'])
      expect(answer.body.errors[0].message).toMatch(/Terminate .* or undo their purchases/)
    }
    await act(sales, id, 'complete')
    expect(refusal(await act(partner, id, 'cancel'))).toEqual([409, 'ORDER_ISSUED'])
    expect((await read(id)).state).toBe('completed')
    const licenses = await allOf(company.payload, 'licenses', { order: { equals: id } })
    expect(licenses.map(({ state }) => state)).toEqual(['created', 'created'])
  })

  it('is no way round by writing the state through REST, GraphQL, in bulk or as the system', async () => {
    const { id } = await place()
    await act(sales, id, 'approve')
    for (const who of [partner, sales, admin]) {
      await who.patch(`/api/orders/${id}`, { state: 'cancelled' })
      await who.patch(`/api/orders?where[id][equals]=${id}`, { state: 'cancelled' })
      await gql(who, `mutation { updateOrder(id: "${id}", data: { state: cancelled }) { id } }`)
    }
    await expect(
      company.payload.update({ collection: 'orders', id, data: { state: 'cancelled' } }),
    ).rejects.toMatchObject({ status: 409, code: 'ORDER_ISSUED' })
    expect((await read(id)).state).toBe('in_progress')
  })

  it('is refused for an order that has a license, whatever its state says', async () => {
    const { id } = await place(rival)
    const { id: other } = await place(rival)
    await act(sales, id, 'approve')
    await act(sales, id, 'pay')
    await company.payload.db.updateMany({
      collection: 'licenses',
      where: { order: { equals: id } },
      data: { order: other },
    })
    expect(refusal(await act(rival, other, 'cancel'))).toEqual([409, 'ORDER_ISSUED'])
  })

  it('of an earlier state by staff takes a reason, which the partner reads and the log keeps', async () => {
    const { id } = await place()
    const refused = await act(sales, id, 'cancel')
    expect([...refusal(refused), refused.body.errors[0].path]).toEqual([
      422,
      'INVALID_INPUT',
      'reason',
    ])
    const reason = 'The tender was withdrawn.'
    expect((await act(sales, id, 'cancel', { reason })).status).toBe(200)
    const seen = await partner.get(`/api/v1/partners/orders/${id}`)
    expect(seen.body.order).toMatchObject({ state: 'cancelled', decisionReason: reason })
    const [entry] = await allOf(company.payload, 'change-logs', {
      documentId: { equals: id },
      action: { equals: 'cancel' },
    })
    expect(entry).toMatchObject({
      actorName: 'sales@company.test',
      changes: { decisionReason: { to: reason } },
    })
    const own = await place()
    expect((await act(partner, own.id, 'cancel')).status).toBe(200)
  })
})

describe('a decision', () => {
  /** Sent back, changed, submitted anew: another order under the same number. */
  const replaced = async (): Promise<{ seen: Json; now: Json }> => {
    const seen = await place(partner, { items: [line({ quantity: 1, durationYears: 1 })] })
    await act(sales, seen.id, 'return', { reason: 'More of it' })
    const items = [line({ quantity: 90, durationYears: 5 })]
    const body = { agreementAcknowledged: true, items }
    await partner.patch(`/api/v1/partners/orders/${seen.id}`, body)
    const { order: now } = (await act(partner, seen.id, 'submit')).body
    expect(now.total).toBeGreaterThan(seen.total * 100)
    return { seen, now }
  }

  it('is refused for an order that is no longer the one that was seen, with its new figures', async () => {
    const { now, seen } = await replaced()
    for (const [action, more] of [
      ['approve', {}],
      ['reject', { reason: 'No' }],
      ['return', { reason: 'No' }],
      ['cancel', { reason: 'No' }],
    ] as const) {
      const given = await act(sales, seen.id, action, { ...more, revision: seen.revision })
      expect([action, ...refusal(given)]).toEqual([action, 409, 'EDIT_CONFLICT'])
      expect(given.body.errors[0].details).toEqual({
        revision: now.revision,
        state: 'pending_review',
        total: now.total,
        currency: 'USD',
        licenseCount: 90,
      })
      const tag = { 'If-Match': `"${seen.revision}"` }
      expect(refusal(await act(sales, seen.id, action, more, tag))).toEqual([409, 'EDIT_CONFLICT'])
    }
    expect((await read(seen.id)).state).toBe('pending_review')
    const shown = await sales.get(`/api/v1/partners/orders/${seen.id}`)
    const tag = { 'If-Match': shown.headers.get('etag') as string }
    expect((await act(sales, seen.id, 'approve', {}, tag)).status).toBe(200)
  })

  it('takes the revision on its whole way, from the draft to its end and back', async () => {
    const { id } = await place(rival, { submit: false })
    const stale = async (who: Client, action: string, body = {}) => {
      const { revision } = await read(id)
      const refused = await act(who, id, action, { ...body, revision: revision + 1 })
      expect([action, ...refusal(refused)]).toEqual([action, 409, 'EDIT_CONFLICT'])
      const done = await act(who, id, action, { ...body, revision })
      expect([action, done.status]).toEqual([action, 200])
    }
    await stale(rival, 'submit')
    await stale(sales, 'reject', { reason: 'No' })
    await stale(rival, 'revise')
    await stale(rival, 'submit')
    await stale(sales, 'approve')
    await stale(sales, 'pay')
    await stale(sales, 'complete')
  })

  it('that loses to a change of the same moment is refused, not made on other figures', async () => {
    const { payload } = company
    const { id, revision } = await place()
    const { updateOne } = payload.db
    payload.db.updateOne = async (args) => {
      if (args.data.state === 'in_progress') {
        payload.db.updateOne = updateOne
        await updateOne.call(payload.db, {
          collection: 'orders',
          where: { id: { equals: id } },
          data: { revision: revision + 5 },
          req: args.req,
        })
      }
      return updateOne.call(payload.db, args)
    }
    const late = await act(sales, id, 'approve', { revision })
    payload.db.updateOne = updateOne
    expect(refusal(late)).toEqual([409, 'EDIT_CONFLICT'])
    expect((await read(id)).state).toBe('pending_review')
  })

  it('names the fault of a revision that is none, or that body and header do not agree on', async () => {
    const { id } = await place()
    for (const [body, headers, path] of [
      [{ revision: -1 }, {}, 'revision'],
      [{ revision: '1' }, {}, 'revision'],
      [{ revision: 1 }, { 'If-Match': '"2"' }, 'revision'],
      [{}, { 'If-Match': 'latest' }, 'If-Match'],
    ] as const) {
      const answer = await act(sales, id, 'approve', body, headers)
      expect([...refusal(answer), answer.body.errors[0].path]).toEqual([422, 'INVALID_INPUT', path])
    }
    expect((await act(sales, id, 'approve', {}, { 'If-Match': '*' })).status).toBe(200)
  })

  it('must say what was seen where the host wants it so', async () => {
    const { options } = channelOf(company.payload)
    const { id, revision } = await place()
    Object.assign(options, { requireRevision: true })
    try {
      expect(refusal(await act(sales, id, 'approve'))).toEqual([422, 'REVISION_REQUIRED'])
      expect((await act(sales, id, 'approve', { revision })).status).toBe(200)
    } finally {
      Object.assign(options, { requireRevision: false })
    }
  })

  it('on a deployment is bound to what was seen as well', async () => {
    const { id } = await place(partner, { items: [line({ quantity: 1 })] })
    const [license] = (await act(sales, id, 'approve')).body.licenses
    const scheduledAt = new Date(Date.now() + 86_400_000).toISOString()
    const made = await sales.post('/api/v1/deployments', { license: license.id, scheduledAt })
    const seen = made.body.deployment
    const path = `/api/v1/deployments/${seen.id}`
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString()
    await sales.post(`${path}/reschedule`, { scheduledAt: later, revision: seen.revision })
    for (const [action, body] of [
      ['start', {}],
      ['cancel', {}],
      ['assign', { engineer: company.ids.erin }],
    ] as const) {
      const answer = await sales.post(`${path}/${action}`, { ...body, revision: seen.revision })
      expect([action, ...refusal(answer)]).toEqual([action, 409, 'EDIT_CONFLICT'])
      expect(answer.body.errors[0].details).toMatchObject({ scheduledAt: later })
    }
  })
})

describe('a submission', () => {
  const raise = async (unitPrice: number) =>
    admin.patch(`/api/price-list-items/${company.ids.goldUsdTeam}`, { unitPrice })

  it('at a total that is lower than today’s is refused with the new one, and nothing is changed', async () => {
    const items = [line({ sku: 'PRO-TEAM', quantity: 1, durationYears: 1 })]
    const draft = await place(partner, { submit: false, items })
    await raise(28_000)
    const before = await read(draft.id)
    const refused = await act(partner, draft.id, 'submit', { total: draft.total })
    expect(refusal(refused)).toEqual([409, 'PRICE_CHANGED'])
    const { details } = refused.body.errors[0]
    expect(details).toMatchObject({ seen: draft.total, currency: 'USD' })
    expect(details.total).toBeGreaterThan(draft.total)
    expect(await read(draft.id)).toEqual(before)
    const agreed = await partner.post(`/api/v1/partners/orders/${draft.id}/submit`, {
      total: details.total,
    })
    expect(agreed.body.order).toMatchObject({ state: 'pending_review', total: details.total })
    await raise(14_000)
  })

  it('at a total that is higher than today’s goes through at today’s', async () => {
    const items = [line({ sku: 'PRO-TEAM', quantity: 1, durationYears: 1 })]
    const draft = await place(partner, { submit: false, items })
    await raise(7_000)
    const sent = await act(partner, draft.id, 'submit', { total: draft.total })
    expect(sent.body.order.total).toBeLessThan(draft.total)
    await raise(14_000)
  })

  it('of a new order at a total that it exceeds is refused, and no order is made', async () => {
    const items = [line({ sku: 'PRO-TEAM', quantity: 1, durationYears: 1 })]
    const { total } = await place(partner, { submit: false, items })
    const count = async () => (await company.payload.count({ collection: 'orders' })).totalDocs
    const before = await count()
    const headers = { 'Idempotency-Key': 'a-new-order-by-its-total' }
    const send = (seen: number) =>
      partner.post('/api/v1/partners/orders', order({ items, total: seen }), headers)
    const refused = await send(total - 1)
    expect(refusal(refused)).toEqual([409, 'PRICE_CHANGED'])
    const details = { total, seen: total - 1, currency: 'USD' }
    expect(refused.body.errors[0]).toMatchObject({ path: 'total', details })
    expect(await count()).toBe(before)
    const agreed = await send(total)
    expect(agreed.body.order).toMatchObject({ state: 'pending_review', total })
    // A total is what was seen, not what is to be paid.
    const more = await partner.post('/api/v1/partners/orders', order({ items, total: total + 1 }))
    expect(more.body.order.total).toBe(total)
  })

  it('and a change of the draft are refused where another draft was seen', async () => {
    const draft = await place(partner, { submit: false })
    const path = `/api/v1/partners/orders/${draft.id}`
    const body = { agreementAcknowledged: true, items: [line({ quantity: 5 })] }
    expect((await partner.patch(path, body)).status).toBe(200)
    const stale = { revision: draft.revision }
    expect(refusal(await partner.patch(path, { ...order(), ...stale }))).toEqual([
      409,
      'EDIT_CONFLICT',
    ])
    expect(refusal(await act(partner, draft.id, 'submit', stale))).toEqual([409, 'EDIT_CONFLICT'])
    expect((await read(draft.id)).licenseCount).toBe(5)
  })
})
