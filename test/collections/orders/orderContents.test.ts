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
let admin: Client
let sales: Client

beforeAll(async () => {
  company = await startCompany({
    approvalLimits: { sales: { USD: 100_000_000 } },
    limits: { linesPerOrder: 3, licensesPerOrder: 100 },
  })
  partner = await company.as('partner')
  admin = await company.as('admin')
  sales = await company.as('sales')
})
afterAll(async () => company?.stop())

const path = '/api/v1/partners/orders'
const place = async (changes: object = {}): Promise<Json> =>
  (await partner.post(path, order(changes))).body.order
const draft = (changes: object = {}) => place({ submit: false, ...changes })
const act = (who: Client, id: string, action: string, body: object = {}) =>
  who.post(`/api/v1/orders/${id}/${action}`, body)
const addItem = (who: Client, id: string, changes: object = {}) =>
  who.post('/api/order-items?depth=0', {
    order: id,
    product: company.ids.suite,
    licenseType: 'subscription',
    quantity: 1,
    durationYears: 1,
    endUserName: 'Adventure Works',
    ...changes,
  })
const refusal = ({ body, status }: Answer) => [status, body.errors?.[0]?.code]
const change = (collection: string, name: string, data: object) =>
  company.payload.update({
    collection: collection as 'products',
    id: company.ids[name] as string,
    data: data,
    depth: 0,
  })
const linesOf = (id: string) =>
  allOf(company.payload, 'order-items', { order: { equals: id } }, 'position')
const gql = async (who: Client, query: string) => (await who.post('/api/graphql', { query })).body

/** For the time of the work, as staff may change it in between. */
const during = async (
  collection: string,
  name: string,
  data: object,
  back: object,
  work: () => Promise<void>,
) => {
  await change(collection, name, data)
  try {
    await work()
  } finally {
    await change(collection, name, back)
  }
}

describe('the currency of an order', () => {
  const inEuros = (work: () => Promise<void>) =>
    during('partners', 'alpha', { currency: 'EUR' }, { currency: 'USD' }, work)

  it('is one, though the partner’s is changed under an open draft', async () => {
    const { id } = await draft()
    await inEuros(async () => {
      const added = await addItem(partner, id)
      expect(refusal(added)).toEqual([409, 'CURRENCY_CONFLICT'])
      expect(added.body.errors[0].details).toEqual({ currency: 'USD', partnerCurrency: 'EUR' })
      const graph = await gql(
        partner,
        `mutation { createOrderItem(data: { order: "${id}", product: "${company.ids.suite}", position: 0,
          licenseType: subscription, quantity: 1, durationYears: 1, endUserName: "E" }) { id } }`,
      )
      expect(graph.errors[0].extensions.code).toBe('CURRENCY_CONFLICT')
      const [first] = await linesOf(id)
      const changed = await partner.patch(`/api/order-items/${first.id}`, { quantity: 3 })
      expect(refusal(changed)).toEqual([409, 'CURRENCY_CONFLICT'])
      expect(refusal(await act(partner, id, 'submit'))).toEqual([409, 'CURRENCY_CONFLICT'])
      const saved = await partner.patch(`${path}/${id}`, order())
      expect(saved.body.order).toMatchObject({ currency: 'EUR', total: 642_664 })
      expect((await act(partner, id, 'submit')).body.order.currency).toBe('EUR')
    })
  })

  it('is what its lines were priced in, or nobody approves it', async () => {
    const { id } = await place()
    const [first] = await linesOf(id)
    const { payload } = company
    for (const currency of ['EUR', null]) {
      // Before lines kept their currency, the price list that made the price tells it.
      const of = { priceListItem: currency ? first.priceListItem : company.ids.listEurSuite }
      await payload.db.updateOne({
        collection: 'order-items',
        id: first.id,
        data: { currency, ...of },
      })
      expect(refusal(await act(admin, id, 'approve'))).toEqual([409, 'CURRENCY_CONFLICT'])
    }
  })

  it('has to be one that the role may approve in', async () => {
    const { id } = await place()
    await company.payload.db.updateOne({ collection: 'orders', id, data: { currency: 'CNY' } })
    for (const { id: item } of await linesOf(id))
      await company.payload.db.updateOne({
        collection: 'order-items',
        id: item,
        data: { currency: 'CNY' },
      })
    expect(refusal(await act(sales, id, 'approve'))).toEqual([403, 'APPROVAL_LIMIT_EXCEEDED'])
    expect((await act(admin, id, 'approve')).status).toBe(200)
  })
})

describe('a line', () => {
  it('stays of its product, whoever has its SKU by now', async () => {
    const items = [line({ sku: 'PRO-TEAM', quantity: 1, durationYears: 1 })]
    const { id, total } = await draft({ items })
    await change('products', 'team', { sku: 'PRO-TEAM-OLD' })
    await change('products', 'suite', { sku: 'PRO-TEAM' })
    try {
      const sent = (await act(partner, id, 'submit')).body.order
      expect(sent.total).toBe(total)
      expect(sent.items[0]).toMatchObject({
        product: String(company.ids.team),
        sku: 'PRO-TEAM-OLD',
        productName: 'Team',
      })
      const [stored] = await linesOf(id)
      expect(stored.product).toBe(company.ids.team)
    } finally {
      await change('products', 'suite', { sku: 'ENT-SUITE' })
      await change('products', 'team', { sku: 'PRO-TEAM' })
    }
  })

  it('can be asked for by the ID of its product, and by one of both only', async () => {
    const { sku: _sku, ...rest } = line()
    const byId = await draft({ items: [{ ...rest, product: String(company.ids.suite) }] })
    expect(byId.items[0]).toMatchObject({ sku: 'ENT-SUITE', product: String(company.ids.suite) })
    for (const [item, at] of [
      [rest, 'items.0.sku'],
      [{ ...line(), product: String(company.ids.suite) }, 'items.0.sku'],
      [{ ...rest, product: String(company.ids.retired) }, 'items.0.product'],
    ] as const) {
      const { body, status } = await partner.post(path, order({ items: [item] }))
      expect([status, body.errors[0].path]).toEqual([422, at])
    }
  })

  it('keeps all of its product that its licenses follow from', async () => {
    const items = [line({ sku: 'SEAT-PACK', quantity: 40 })]
    const placed = await place({ items })
    const after = {
      issuing: 'per_unit',
      licensePrefix: 'XXX',
      productType: 'professional',
      limits: { workspaces: 9, users: 9 },
    }
    const before = {
      issuing: 'seat_count',
      licensePrefix: 'SEA',
      productType: 'addon',
      limits: { workspaces: 0, users: 1 },
    }
    await during('products', 'seats', after, before, async () => {
      const { body } = await act(admin, placed.id, 'approve')
      expect(body.licenses).toHaveLength(1)
      expect(body.licenses[0]).toMatchObject({
        licenseId: expect.stringMatching(/^SEA-/),
        productType: 'addon',
        seats: 40,
        limits: { workspaces: 0, users: 40 },
      })
      expect(body.order.licenseCount).toBe(1)
    })
    const [purchase] = await allOf(company.payload, 'purchases', { order: { equals: placed.id } })
    expect(purchase.amount).toBe(placed.subtotal)
  })

  it('of a draft takes its product as it is on the day that the order is sent', async () => {
    const { id } = await draft({ items: [line({ sku: 'SEAT-PACK', quantity: 40 })] })
    const per = (issuing: string) => ({ issuing })
    await during('products', 'seats', per('per_unit'), per('seat_count'), async () => {
      expect((await act(partner, id, 'submit')).body.order.licenseCount).toBe(40)
    })
  })

  it('cannot be told by a client what its product is', async () => {
    const { id } = await draft()
    const added = await addItem(partner, id, {
      issuing: 'seat_count',
      licensePrefix: 'ZZZ',
      productType: 'addon',
      currency: 'EUR',
      limits: { workspaces: 999, users: 999 },
    })
    expect(added.body.doc).toMatchObject({
      issuing: 'per_unit',
      licensePrefix: 'ENT',
      productType: 'enterprise',
      currency: 'USD',
      limits: { workspaces: 50, users: 500 },
    })
  })
})

describe('the limits of an order', () => {
  it('hold for lines that are added one by one', async () => {
    const { id } = await draft({ items: [line({ quantity: 60 })] })
    const many = await addItem(partner, id, { quantity: 41 })
    expect(refusal(many)).toEqual([422, 'TOO_MANY_LICENSES'])
    expect(many.body.errors[0].message).toContain('101 licenses; one order may have 100')
    const second = await addItem(partner, id, { quantity: 40 })
    expect(second.status).toBe(201)
    const grown = await partner.patch(`/api/order-items/${second.body.doc.id}`, { quantity: 41 })
    expect(refusal(grown)).toEqual([422, 'TOO_MANY_LICENSES'])
    const { id: other } = await draft({ items: [line(), line(), line()] })
    const graph = await gql(
      partner,
      `mutation { createOrderItem(data: { order: "${other}", product: "${company.ids.suite}", position: 3,
        licenseType: subscription, quantity: 1, durationYears: 1, endUserName: "E" }) { id } }`,
    )
    expect(graph.errors[0].extensions.code).toBe('TOO_MANY_LINES')
    expect(refusal(await addItem(partner, other))).toEqual([422, 'TOO_MANY_LINES'])
    expect(await linesOf(other)).toHaveLength(3)
  })

  it('hold when it is sent and approved, whatever way its lines came', async () => {
    const { limits } = channelOf(company.payload).options
    const before = { ...limits }
    const [open, sent] = [await draft({ items: [line(), line()] }), await place()]
    for (const [smaller, code] of [
      [{ linesPerOrder: 0 }, 'TOO_MANY_LINES'],
      [{ licensesPerOrder: 1 }, 'TOO_MANY_LICENSES'],
    ] as const) {
      Object.assign(limits, before, smaller)
      expect(refusal(await act(partner, open.id, 'submit'))).toEqual([422, code])
      expect(refusal(await act(admin, sent.id, 'approve'))).toEqual([422, code])
    }
    Object.assign(limits, before)
    expect((await act(admin, sent.id, 'approve')).status).toBe(200)
  })
})

describe('of two price lists for the same buyers', () => {
  const make = async (name: string, unitPrice: number, more: object = {}): Promise<string> => {
    const data = { name, currency: 'USD', taxRateBps: 0, partner: company.ids.alpha, ...more }
    const { id } = (await admin.post('/api/price-lists?depth=0', data)).body.doc
    const price = { priceList: id, product: company.ids.team, licenseType: 'subscription' }
    await admin.post('/api/price-list-items', { ...price, unitPrice })
    return id
  }
  const write = (id: string, data: object) => admin.patch(`/api/price-lists/${id}`, data)
  const price = async () =>
    (await draft({ items: [line({ sku: 'PRO-TEAM', quantity: 1 })] })).items[0].unitPrice
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()

  it('the dated one holds in its time, though one without dates was made later', async () => {
    const dated = await make('Autumn offer', 10_000, { validFrom: yesterday })
    const plain = await make('Alpha', 12_000)
    try {
      expect(await price()).toBe(10_000)
      await write(dated, { validFrom: null, validTo: yesterday })
      expect(await price()).toBe(12_000)
    } finally {
      for (const id of [dated, plain]) await write(id, { active: false })
    }
  })

  it('that differ in nothing else the second is refused, with the name of the first', async () => {
    const first = await make('Alpha 2026', 11_000, { validFrom: yesterday })
    const data = { currency: 'USD', taxRateBps: 0, partner: company.ids.alpha }
    const second = { ...data, name: 'Alpha 2027', validFrom: yesterday }
    const refused = (answer: Answer) => {
      expect([...refusal(answer), answer.body.errors[0].path]).toEqual([
        422,
        'INVALID_INPUT',
        'validFrom',
      ])
      expect(answer.body.errors[0].message).toContain('“Alpha 2026”')
    }
    refused(await admin.post('/api/price-lists', second))
    const idle = (await admin.post('/api/price-lists', { ...second, active: false })).body.doc.id
    refused(await write(idle, { active: true }))
    const graph = await gql(
      admin,
      `mutation { updatePriceList(id: "${idle}", data: { active: true }) { id } }`,
    )
    expect(graph.errors[0].message).toContain('“Alpha 2026”')
    const copy = await admin.post(`/api/price-lists/${first}/duplicate?depth=0`, {})
    expect(copy.body.doc).toMatchObject({ active: false, validFrom: yesterday })
    refused(await write(copy.body.doc.id, { active: true }))
    const other = { active: true, validFrom: new Date().toISOString() }
    expect((await write(idle, other)).status).toBe(200)
    expect((await write(first, { taxRateBps: 100 })).status).toBe(200)
    for (const id of [first, idle]) await write(id, { active: false })
  })
})

describe('the drafts of a partner', () => {
  const withRoomFor = async (more: number, work: () => Promise<void>) => {
    const { limits } = channelOf(company.payload).options
    const { draftsPerPartner: before } = limits
    const where = { partner: { equals: company.ids.alpha }, state: { equals: 'draft' } } as const
    const { totalDocs } = await company.payload.count({ collection: 'orders', where })
    Object.assign(limits, { draftsPerPartner: totalDocs + more })
    try {
      await work()
    } finally {
      Object.assign(limits, { draftsPerPartner: before })
    }
  }
  const numbersUsed = async () =>
    (await allOf(company.payload, 'counters', { series: { like: 'PO-' } }))[0]?.value

  it('are limited, whoever begins one and in whatever way, and use up no numbers then', async () => {
    await withRoomFor(1, async () => {
      const { id } = await draft()
      const before = await numbersUsed()
      const more = await partner.post(path, order({ submit: false }))
      expect(refusal(more)).toEqual([409, 'TOO_MANY_DRAFTS'])
      const { drafts, most } = more.body.errors[0].details
      expect(drafts).toBe(most)
      expect(refusal(await partner.post('/api/orders', {}))).toEqual([409, 'TOO_MANY_DRAFTS'])
      const graph = await gql(
        partner,
        `mutation { createOrder(data: { partner: "${company.ids.alpha}", state: draft, subtotal: 0,
          discountTotal: 0, taxTotal: 0, total: 0, licenseCount: 0 }) { id } }`,
      )
      expect(graph.errors[0].extensions.code).toBe('TOO_MANY_DRAFTS')
      const ofStaff = await sales.post('/api/orders', { partner: company.ids.alpha })
      expect(refusal(ofStaff)).toEqual([409, 'TOO_MANY_DRAFTS'])
      expect(await numbersUsed()).toBe(before)
      // What is sent is no draft, and leaves room for another.
      expect((await partner.post(path, order())).status).toBe(201)
      expect((await act(partner, id, 'cancel')).status).toBe(200)
      expect((await partner.post('/api/orders', {})).status).toBe(201)
    })
  })

  it('are no more than that when 50 are begun at once, by REST, GraphQL and the plugin’s route', async () => {
    const room = 7
    await withRoomFor(room, async () => {
      const create = `mutation { createOrder(data: { partner: "${company.ids.alpha}", state: draft, subtotal: 0,
        discountTotal: 0, taxTotal: 0, total: 0, licenseCount: 0 }) { id } }`
      const ways = [
        () => partner.post(path, order({ submit: false })),
        () => partner.post('/api/orders', {}),
        () => partner.post('/api/graphql', { query: create }),
      ]
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => ways[index % ways.length]!()),
      )
      const made = answers.filter(({ body }) => body.order ?? body.doc ?? body.data?.createOrder)
      const codes = answers.map(
        ({ body }) => body.errors?.[0]?.code ?? body.errors?.[0]?.extensions.code,
      )
      expect(new Set(codes)).toEqual(new Set([undefined, 'TOO_MANY_DRAFTS']))
      // Nothing waits there: those of one moment all see the same room.
      const most = company.payload.db.name === 'mongoose' ? answers.length : room
      expect(made.length).toBeGreaterThanOrEqual(room)
      expect(made.length).toBeLessThanOrEqual(most)
      const more = await partner.post(path, order({ submit: false }))
      expect(refusal(more)).toEqual([409, 'TOO_MANY_DRAFTS'])
      for (const { body } of made)
        await act(partner, (body.order ?? body.doc ?? body.data.createOrder).id, 'cancel')
    })
  })

  it('do not keep staff from sending an order back, nor other partners from theirs', async () => {
    const { id } = await place()
    await withRoomFor(0, async () => {
      const rival = await company.as('rival')
      expect((await rival.post(path, order({ submit: false }))).status).toBe(201)
      expect((await act(sales, id, 'return', { reason: 'More of it' })).status).toBe(200)
    })
  })
})

describe('the agreement', () => {
  const withVersion = async (version: string, work: () => Promise<void>) => {
    const { options } = channelOf(company.payload)
    const { agreement } = options
    Object.assign(options, { agreement: { ...agreement, version } })
    try {
      await work()
    } finally {
      Object.assign(options, { agreement })
    }
  }

  it('of an older version is accepted anew before the order is sent', async () => {
    const { id } = await draft()
    await withVersion('2', async () => {
      expect(refusal(await act(partner, id, 'submit'))).toEqual([409, 'AGREEMENT_CHANGED'])
      // The page shows the old text still.
      const old = await partner.patch(`${path}/${id}`, { ...order(), agreementVersion: '1' })
      expect(refusal(old)).toEqual([409, 'AGREEMENT_CHANGED'])
      expect(old.body.errors[0].details).toEqual({ version: '2' })
      const read = await partner.patch(`${path}/${id}`, { ...order(), agreementVersion: '2' })
      expect(read.body.order.agreementVersion).toBe('2')
      expect(read.body.order.agreementDate).not.toBeNull()
      expect((await act(partner, id, 'submit')).body.order).toMatchObject({
        state: 'pending_review',
        agreementVersion: '2',
      })
    })
  })

  it('without a version and a time, as copies had it, is no agreement', async () => {
    const { id } = await draft()
    await company.payload.db.updateOne({
      collection: 'orders',
      id,
      data: { agreementVersion: null, agreementDate: null },
    })
    expect(refusal(await act(partner, id, 'submit'))).toEqual([409, 'AGREEMENT_CHANGED'])
  })

  it('is not accepted by staff for a partner', async () => {
    const { id } = await draft({ agreementAcknowledged: false })
    for (const who of [sales, admin]) {
      expect(refusal(await who.patch(`${path}/${id}`, order()))).toEqual([403, 'FORBIDDEN'])
      const rest = await who.patch(`/api/orders/${id}`, { agreementAcknowledged: true })
      expect([...refusal(rest), rest.body.errors[0].path]).toEqual([
        403,
        'FORBIDDEN',
        'agreementAcknowledged',
      ])
      const graph = await gql(
        who,
        `mutation { updateOrder(id: "${id}", data: { agreementAcknowledged: true }) { id } }`,
      )
      expect(graph.errors[0].extensions.code).toBe('FORBIDDEN')
      const made = await who.post('/api/orders', {
        partner: company.ids.alpha,
        agreementAcknowledged: true,
      })
      expect(refusal(made)).toEqual([403, 'FORBIDDEN'])
      expect(refusal(await act(who, id, 'submit'))).toEqual([422, 'AGREEMENT_REQUIRED'])
    }
    await partner.patch(`/api/orders/${id}`, { agreementAcknowledged: true })
    // What the partner has accepted staff may send, and withdraw.
    expect((await act(sales, id, 'submit')).status).toBe(200)
  })
})

describe('an order of a partner that is not active', () => {
  it('is neither sent nor approved, by staff either', async () => {
    const [open, sent] = [await draft(), await place()]
    const status = (value: string) => ({ status: value })
    await during('partners', 'alpha', status('INACTIVE'), status('ACTIVE'), async () => {
      for (const who of [sales, admin]) {
        expect(refusal(await act(who, open.id, 'submit'))).toEqual([409, 'PARTNER_INACTIVE'])
        expect(refusal(await act(who, sent.id, 'approve'))).toEqual([409, 'PARTNER_INACTIVE'])
      }
    })
    expect((await act(sales, sent.id, 'approve')).status).toBe(200)
  })
})
