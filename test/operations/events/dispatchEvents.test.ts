import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import { hasTransactions } from '../../../src/database/hasTransactions'
import type { EventType } from '../../../src/domain/events/eventTypes'
import { lease } from '../../../src/operations/queue/lease'
import {
  dispatchEvents,
  MAX_DISPATCH_ATTEMPTS,
} from '../../../src/operations/events/dispatchEvents'
import { emitEvent } from '../../../src/operations/events/emitEvent'
import { inTransaction } from '../../../src/database/inTransaction'
import type { Event } from '../../../src/payload-types'
import { startTestApp, type TestApp } from '../../support/startTestApp'

const START = new Date('2026-03-01T08:00:00.000Z')
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds)

let app: TestApp

const emit = async (count = 1, type = 'order.submitted') => {
  const req = await createLocalReq({}, app.payload)
  const data = {
    orderNumber: 'ORD-1',
    total: 100,
    currency: 'USD',
    partner: { id: 'p', name: 'Acme' },
  }
  for (let index = 0; index < count; index += 1)
    await emitEvent(
      req,
      { type: type as EventType, subject: 'orders', documentId: 'o', data },
      START,
    )
}
const all = async <T>(collection: 'events' | 'mails' | 'notifications') =>
  (await app.payload.find({ collection, pagination: false, depth: 0 })).docs as T[]
const wipe = (collection: 'events' | 'mails' | 'notifications') =>
  app.payload.db.deleteMany({ collection, where: {} })

beforeAll(async () => {
  app = await startTestApp()
  for (const name of ['anna', 'berta']) {
    const data = { email: `${name}@host.example`, roles: ['admin'], password: 'a-Password-1' }
    await app.payload.create({ collection: 'users', data: data as never })
  }
})
beforeEach(async () => {
  for (const collection of ['events', 'mails', 'notifications'] as const) await wipe(collection)
})
afterAll(() => app.stop())

describe('dispatchEvents', () => {
  it('tells each recipient once when several workers are on one queue', async () => {
    await emit(10)
    await Promise.all([1, 2, 3].map(() => dispatchEvents(app.payload, START)))
    expect(await all('mails')).toHaveLength(20)
    expect(await all('notifications')).toHaveLength(20)
    expect(await dispatchEvents(app.payload, after(1))).toEqual({ dispatched: 0, failed: 0 })
  })

  it('takes up the event of a worker that died after its claim', async () => {
    await emit()
    const [event] = await all<Event>('events')
    await lease(app.payload, 'events', event as Event, after(60_000))
    expect(await dispatchEvents(app.payload, after(59_000))).toEqual({ dispatched: 0, failed: 0 })
    expect(await dispatchEvents(app.payload, after(60_000))).toEqual({ dispatched: 1, failed: 0 })
    expect(await all('mails')).toHaveLength(2)
  })

  it('tells nobody again what was told before its worker died', async () => {
    await emit()
    await dispatchEvents(app.payload, START)
    const undone = { dispatchedAt: null, dueAt: START.toISOString() }
    await app.payload.db.updateMany({ collection: 'events', where: {}, data: undone })
    const [kept] = await all<{ id: string }>('mails')
    await app.payload.db.deleteOne({ collection: 'mails', where: { id: { equals: kept?.id } } })
    expect(await dispatchEvents(app.payload, after(1))).toEqual({ dispatched: 1, failed: 0 })
    expect(await all('mails')).toHaveLength(2)
    expect(await all('notifications')).toHaveLength(2)
  })

  it('says nothing of what was rolled back', async () => {
    const req = await createLocalReq({}, app.payload)
    const event = { type: 'order.submitted' as const, subject: 'orders', documentId: 'o', data: {} }
    const failing = inTransaction(req, async () => {
      await emitEvent(req, event, START)
      throw new Error('the cause fails')
    })
    await expect(failing).rejects.toThrow('the cause fails')
    const dispatched = hasTransactions(app.payload) ? 0 : 1
    expect(await dispatchEvents(app.payload, START)).toEqual({ dispatched, failed: 0 })
  })

  it('keeps an event that fails, with its error, and tries it less and less often', async () => {
    await emit(1, 'order.unheard')
    await emit(1)
    expect(await dispatchEvents(app.payload, START)).toEqual({ dispatched: 1, failed: 1 })
    const broken = async () =>
      (await all<Event>('events')).find(({ type }) => type === 'order.unheard') as Event
    expect(await broken()).toMatchObject({
      lastError: 'Unknown event type: order.unheard',
      attempts: 1,
    })
    expect(await dispatchEvents(app.payload, after(9_000))).toEqual({ dispatched: 0, failed: 0 })
    for (let attempt = 1; attempt < MAX_DISPATCH_ATTEMPTS + 3; attempt += 1)
      await dispatchEvents(app.payload, after(attempt * 7_200_000))
    expect((await broken()).attempts).toBe(MAX_DISPATCH_ATTEMPTS)
  })
})
