import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'

import { hasTransactions } from '../../../src/database/hasTransactions'
import { resumeOrders } from '../../../src/operations/orders/resumeOrders'
import { line, order, startCompany, type Client, type Company } from '../../support/fixtures'
import { allOf, proveChains, proveLicenses, proveTotals } from '../../support/proveWhole'

/** More than either of the two ways takes. */
const MOST_WRITES = 40

let company: Company
let partner: Client
let sales: Client

beforeAll(async () => {
  company = await startCompany()
  partner = await company.as('partner')
  sales = await company.as('sales')
})
afterAll(() => company?.stop())

type Write = (...args: unknown[]) => unknown
type Model = { collection: Record<string, Write> } & Record<string, Write>

/** Whatever writes: the adapter's own methods, and on MongoDB what lies beneath them. */
const writersOf = (payload: Payload): [Record<string, Write>, string][] => {
  const adapter = payload.db as unknown as Record<string, Write> & {
    collections?: Record<string, Model>
  }
  if (payload.db.name !== 'mongoose')
    return [
      [adapter, 'updateOne'],
      [adapter, 'commitTransaction'],
    ]
  return Object.values(adapter.collections ?? {}).flatMap((model) => [
    [model.collection, 'insertMany'],
    [model, 'findOneAndUpdate'],
    [model, 'create'],
  ])
}

/** The process dies right after this write: nothing more of it reaches the database. */
const dieAfter = (payload: Payload, writes: number) => {
  let left = writes
  const writers = writersOf(payload).map(([of, name]) => ({ of, name, write: of[name] as Write }))
  for (const { name, of, write } of writers)
    of[name] = async (...args) => {
      if (left === 0) throw new Error('The process is dead')
      const result = await write.apply(of, args)
      left -= 1
      if (left === 0) throw new Error('The process has just died')
      return result
    }
  return {
    revive: () => writers.forEach(({ name, of, write }) => void (of[name] = write)),
    hasDied: () => left === 0,
  }
}

/** Runs the work with a death after each of its writes in turn, until it gets by without. */
const dieEverywhere = async (
  work: (attempt: number) => Promise<unknown>,
  prove: (attempt: number) => Promise<void>,
): Promise<number> => {
  for (let writes = 1; writes < MOST_WRITES; writes += 1) {
    const process = dieAfter(company.payload, writes)
    await work(writes)
    process.revive()
    await resumeOrders(company.payload, new Date(Date.now() + 3_600_000))
    await prove(writes)
    if (!process.hasDied()) return writes
  }
  throw new Error('It never got by')
}

const accountOf = async (id: unknown) => {
  const about = { documentId: { equals: id } }
  const log = await allOf(company.payload, 'change-logs', about, 'sequence')
  const events = await allOf(company.payload, 'events', about)
  return { log: log.map(({ action }) => action), events: events.map(({ type }) => type) }
}

const body = order({ items: [line(), line({ sku: 'SEAT-PACK', endUserName: 'New one' })] })
const place = (key: string) =>
  partner.post('/api/v1/partners/orders', body, { 'Idempotency-Key': key })

describe('resumeOrders', () => {
  it('makes of an order that was being placed all or nothing, and one of a repeated request', async () => {
    const before = await allOf(company.payload, 'orders')
    const writes = await dieEverywhere(
      (attempt) => place(`dies-${attempt}`),
      async (attempt) => {
        const { body: placed, status } = await place(`dies-${attempt}`)
        expect(status).toBe(201)
        expect(await allOf(company.payload, 'orders')).toHaveLength(before.length + attempt)
        expect(placed.order.items).toHaveLength(2)
        expect(await accountOf(placed.order.id)).toEqual({
          log: ['create'],
          events: ['order.submitted'],
        })
      },
    )
    expect(writes).toBeGreaterThan(hasTransactions(company.payload) ? 0 : 4)
    const items = await allOf(company.payload, 'order-items')
    expect(items).toHaveLength(2 * (before.length + writes))
  }, 300_000)

  it('makes of an approval all or nothing: every license once, one entry, one event', async () => {
    const ids: string[] = []
    const writes = await dieEverywhere(
      async () => {
        ids.push((await placeBeforehand()).id)
        return sales.post(`/api/v1/orders/${ids.at(-1)}/approve`, {})
      },
      async () => {
        const id = ids.at(-1)
        const [stored] = await allOf(company.payload, 'orders', { id: { equals: id } })
        const approved = stored.state === 'in_progress'
        expect(await accountOf(id)).toEqual({
          log: approved ? ['create', 'approve'] : ['create'],
          events: approved ? ['order.submitted', 'order.approved'] : ['order.submitted'],
        })
        if (!approved)
          expect((await sales.post(`/api/v1/orders/${id}/approve`, {})).status).toBe(200)
      },
    )
    expect(writes).toBeGreaterThan(hasTransactions(company.payload) ? 0 : 4)
    const licenses = await allOf(company.payload, 'licenses')
    expect(licenses).toHaveLength(3 * writes)
    for (const { id } of licenses) {
      expect((await accountOf(id)).log).toEqual(['create'])
      expect(await allOf(company.payload, 'purchases', { license: { equals: id } })).toHaveLength(1)
    }
    for (const [subject, count] of [['customers', 1]] as const) {
      const made = await allOf(company.payload, subject, { name: { equals: 'New one' } })
      expect(made).toHaveLength(count)
    }
  }, 300_000)

  it('makes of a draft’s new lines all or nothing', async () => {
    const drafts: string[] = []
    const draft = (items: object[]) => order({ submit: false, items })
    for (let n = 0; n < MOST_WRITES; n += 1)
      drafts.push((await partner.post('/api/v1/partners/orders', draft([line()]))).body.order.id)
    const writes = await dieEverywhere(
      (attempt) =>
        partner.patch(`/api/v1/partners/orders/${drafts[attempt]}`, draft([line(), line()])),
      async (attempt) => {
        const items = await allOf(company.payload, 'order-items', {
          order: { equals: drafts[attempt] },
        })
        expect([1, 2]).toContain(items.length)
        const { log } = await accountOf(drafts[attempt])
        expect(log).toEqual(items.length === 2 ? ['create', 'update'] : ['create'])
      },
    )
    expect(writes).toBeGreaterThan(hasTransactions(company.payload) ? 0 : 4)
  }, 300_000)

  it('leaves nothing to complete, whole chains, right totals and no number twice', async () => {
    const waiting = { unfinishedSince: { exists: true } }
    expect(await allOf(company.payload, 'orders', waiting)).toEqual([])
    await proveChains(company.payload)
    await proveTotals(company.payload)
    await proveLicenses(company.payload)
  })

  it('tells who approved, though a worker wrote the entry', async () => {
    const entries = await allOf(company.payload, 'change-logs', { action: { equals: 'approve' } })
    const actors = entries.map(({ actorName }) => actorName)
    expect(new Set(actors)).toEqual(new Set(['sales@company.test']))
    if (hasTransactions(company.payload))
      expect(await resumeOrders(company.payload, new Date())).toEqual({ resumed: 0 })
  })
})

/** Placed while nobody dies. */
const placeBeforehand = async (): Promise<{ id: string }> => ({
  id: waitingOrders.shift() as string,
})
const waitingOrders: string[] = []
beforeAll(async () => {
  for (let n = 0; n < MOST_WRITES; n += 1)
    waitingOrders.push((await place(`beforehand-${n}`)).body.order.id)
}, 120_000)
