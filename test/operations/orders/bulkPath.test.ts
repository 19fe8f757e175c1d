import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  line,
  order,
  startCompany,
  type Client,
  type Company,
  type Json,
} from '../../support/fixtures'
import { allOf, proveChains } from '../../support/proveWhole'

let company: Company
let partner: Client
let admin: Client

beforeAll(async () => {
  company = await startCompany({ limits: { bodyBytes: 1_000_000 } })
  partner = await company.as('partner')
  admin = await company.as('admin')
})
afterAll(async () => company?.stop())

const logOf = async (documentId: string): Promise<Json[]> =>
  allOf(company.payload, 'change-logs', { documentId: { equals: documentId } }, 'sequence')

/** Without what is another in each document. */
const same = (doc: Json, apart: string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(doc).filter(
      ([key, value]) => !apart.includes(key) && value !== null && value !== undefined,
    ),
  )

describe('placeOrder', () => {
  it('writes in bulk what the same order becomes line by line', async () => {
    const items = [
      line({ quantity: 12, endUserEmail: 'it@works.test' }),
      line({ sku: 'PRO-TEAM', quantity: 3, durationYears: 1 }),
      line({ sku: 'SEAT-PACK', quantity: 40 }),
    ]
    const body = { agreementAcknowledged: true, notes: 'the same' }
    const bulk = await partner.post('/api/v1/partners/orders', { ...body, items, submit: false })
    const single = await partner.post('/api/orders?depth=0', body)
    const products = [company.ids.suite, company.ids.team, company.ids.seats]
    for (const [position, { sku: _sku, ...item }] of items.entries()) {
      const { status } = await partner.post('/api/order-items', {
        ...item,
        position,
        order: single.body.doc.id,
        product: products[position],
      })
      expect(status).toBe(201)
    }
    const ids = [bulk.body.order.id, single.body.doc.id]
    const apart = [
      'id',
      'orderNumber',
      'orderDate',
      'agreementDate',
      'createdAt',
      'updatedAt',
      'requestKey',
      'revision',
      'order',
    ]
    const stored = await Promise.all(
      ids.map(async (id) => ({
        order: (await allOf(company.payload, 'orders', { id: { equals: id } })).map((doc) =>
          same(doc, apart),
        ),
        items: (
          await allOf(company.payload, 'order-items', { order: { equals: id } }, 'position')
        ).map((doc) => same(doc, apart)),
      })),
    )
    expect(stored[0]).toEqual(stored[1])
    expect(stored[0]?.items).toHaveLength(3)

    for (const id of ids)
      expect((await partner.post(`/api/v1/orders/${id}/submit`, {})).status).toBe(200)
    const issued = []
    for (const id of ids)
      issued.push((await admin.post(`/api/v1/orders/${id}/approve`, {})).body.licenses)
    const plain = issued.map((licenses) =>
      licenses.map((license: object) =>
        same(license, ['id', 'licenseId', 'startsAt', 'expiresAt']),
      ),
    )
    expect(plain[0]).toEqual(plain[1])
    expect(plain[0]).toHaveLength(16)
  })
})

describe('issueLicenses', () => {
  it('writes in bulk what Payload writes for the same license, log entry included', async () => {
    const placed = await partner.post(
      '/api/v1/partners/orders',
      order({ items: [line({ quantity: 1 })] }),
    )
    await admin.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
    const [bulk] = await allOf(company.payload, 'licenses', {
      order: { equals: placed.body.order.id },
    })
    const { id: _id, createdAt: _created, updatedAt: _updated, issueKey: _key, ...data } = bulk
    const made = await company.payload.create({
      collection: 'licenses',
      data,
      depth: 0,
      user: {
        ...(await company.payload.findByID({
          collection: 'users',
          id: company.ids.adminUser as string,
        })),
        collection: 'users',
      },
    })
    const [single] = await allOf(company.payload, 'licenses', { id: { equals: made.id } })
    const apart = ['id', 'licenseId', 'issueKey', 'createdAt', 'updatedAt']
    expect(same(single, apart)).toEqual(same(bulk, apart))
    expect(Object.keys(same(single, [])).sort()).toEqual(Object.keys(same(bulk, [])).sort())

    const [[bulkEntry], [singleEntry]] = [await logOf(bulk.id), await logOf(single.id)]
    const { changes, ...entry } = bulkEntry
    const { changes: singleChanges, ...otherEntry } = singleEntry
    const { licenseId: _bulkId, ...bulkChanges } = changes
    const { licenseId: _singleId, ...otherChanges } = singleChanges
    expect(otherChanges).toEqual(bulkChanges)
    const moment = ['id', 'documentId', 'at', 'hash', 'ip', 'userAgent']
    expect(same(otherEntry, moment)).toEqual(same(entry, moment))
  })

  it('issues 10,000 licenses in one request, with one block of IDs and a log entry each', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `Customer ${n}`)
    const items = names.map((endUserName) => line({ sku: 'PRO-TEAM', quantity: 100, endUserName }))
    const placed = await partner.post('/api/v1/partners/orders', order({ items }))
    expect(placed.body.order.licenseCount).toBe(10_000)
    const { body, status } = await admin.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
    expect([status, body.licenses.length, body.order.state]).toEqual([200, 10_000, 'in_progress'])

    const where = { order: { equals: placed.body.order.id } }
    const licenses = await allOf(company.payload, 'licenses', where)
    expect(licenses).toHaveLength(10_000)
    const numbers = licenses
      .map(({ licenseId }) => Number(licenseId.slice(-6)))
      .sort((a, b) => a - b)
    expect(numbers.at(-1)! - numbers[0]! + 1).toBe(10_000)
    expect(new Set(numbers).size).toBe(10_000)
    expect(new Set(licenses.map(({ issueKey }) => issueKey)).size).toBe(10_000)
    expect(new Set(body.licenses.map(({ licenseId }: Json) => licenseId)).size).toBe(10_000)
    expect(new Set(licenses.map(({ customer }) => customer)).size).toBe(100)

    const log = await allOf(company.payload, 'change-logs', { subject: { equals: 'licenses' } })
    const logged = new Set(
      log.filter(({ action }) => action === 'create').map(({ documentId }) => documentId),
    )
    expect(licenses.filter(({ id }) => !logged.has(String(id)))).toEqual([])
    await proveChains(company.payload)
  })

  it('writes nothing when the month’s numbers do not suffice', async () => {
    const placed = await partner.post(
      '/api/v1/partners/orders',
      order({ items: [line({ quantity: 10 })] }),
    )
    const now = new Date().toISOString()
    const series = `ENT-${now.slice(0, 4)}${now.slice(5, 7)}`
    const [counter] = await allOf(company.payload, 'counters', { series: { equals: series } })
    const set = (value: number) =>
      company.payload.db.updateOne({ collection: 'counters', id: counter.id, data: { value } })
    await set(999_995)
    const refused = await admin.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})
    expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'NUMBERS_EXHAUSTED'])
    expect(
      await allOf(company.payload, 'licenses', { order: { equals: placed.body.order.id } }),
    ).toEqual([])
    const [stored] = await allOf(company.payload, 'orders', {
      id: { equals: placed.body.order.id },
    })
    expect(stored.state).toBe('pending_review')
    await set(counter.value)
    expect((await admin.post(`/api/v1/orders/${placed.body.order.id}/approve`, {})).status).toBe(
      200,
    )
  })
})
