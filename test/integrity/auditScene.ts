import { createLocalReq, type CollectionSlug, type Payload } from 'payload'

import { sqlRunner } from '../../src/database/sql/sqlRunner'
import { dispatchEvents } from '../../src/operations/events/dispatchEvents'
import { line, order, type Company, type Json } from '../support/fixtures'
import { allOf } from '../support/proveWhole'

export type Id = number | string

/** Writes beside every rule and hook, as a fault of a machine or a hand in the database would. */
export const rawWrites = (payload: Payload) => {
  const byId = (id: Id) => ({ id: { equals: id } })
  const all = (collection: string, where: object) => allOf(payload, collection, where)
  const one = async (collection: string, where: object): Promise<Json> =>
    (await all(collection, where))[0]
  const change = (collection: string, id: Id, data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: collection as CollectionSlug, where: byId(id), data })
  const removeAll = (collection: string, where: Json) =>
    payload.db.deleteMany({ collection: collection as CollectionSlug, where })
  /** A license goes with its purchases: databases with foreign keys keep it otherwise. */
  const remove = async (collection: string, id: Id) => {
    if (collection === 'licenses') await removeAll('purchases', { license: { equals: id } })
    await removeAll(collection, byId(id))
  }
  const copy = async (collection: string, id: Id, changes: Json = {}): Promise<Json> => {
    const { id: _id, ...data } = await one(collection, byId(id))
    return payload.db.create({
      collection: collection as CollectionSlug,
      data: { ...data, ...changes },
    })
  }
  /** By the rules: with its number and its log entry. */
  const create = (collection: string, data: object): Promise<Json> =>
    payload.create({ collection: collection as 'licenses', data: data as never, depth: 0 })
  const entry = (id: Id, action: string) =>
    one('change-logs', { documentId: { equals: String(id) }, action: { equals: action } })
  const dropUnique = (collection: string, field: string) =>
    dropUniqueIndex(payload, collection, field)
  return { all, one, change, remove, copy, create, entry, dropUnique }
}

type Documents = {
  collections: Record<string, { collection: { dropIndex: (name: string) => Promise<unknown> } }>
}

const dropped = new WeakMap<object, Set<string>>()
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A double that the database itself would refuse needs the index out of the way, once. */
const dropUniqueIndex = async (payload: Payload, collection: string, field: string) => {
  const before = dropped.get(payload.db) ?? new Set()
  dropped.set(payload.db, before)
  if (before.has(`${collection}.${field}`)) return
  before.add(`${collection}.${field}`)
  const runner = await sqlRunner(await createLocalReq({}, payload))
  const documents = (payload.db as unknown as Documents).collections?.[collection]
  if (runner) await runner.run(`DROP INDEX "${collection}_${snake(field)}_idx"`, [])
  else await documents?.collection.dropIndex(`${field}_1`)
}

/** An order that was approved, with what came of it, and one that waits. */
export type Scene = {
  order: Json
  items: Json[]
  licenses: Json[]
  /** Of the approval. */
  event: Json
  notification: Json
  mail: Json
  pending: Json
  /** What sales do with an order. */
  act: (id: Id, action: string) => Promise<unknown>
  db: ReturnType<typeof rawWrites>
}

export const makeScene = async ({ as, ids, payload }: Company): Promise<Scene> => {
  const db = rawWrites(payload)
  const [partner, sales] = [await as('partner'), await as('sales')]
  const items = [line({ quantity: 3 }), line({ sku: 'SEAT-PACK', quantity: 10 })]
  const place = async (body: object): Promise<Id> =>
    (await partner.post('/api/v1/partners/orders', body)).body.order.id
  const id = await place(order({ items }))
  const pending = await place(order())
  const act = (one: Id, action: string) =>
    sales.post(`/api/v1/orders/${one}/${action}`, { reason: 'A test' })
  await act(id, 'approve')
  await dispatchEvents(payload, new Date())
  const ofOrder = { order: { equals: id } }
  const event = await db.one('events', {
    documentId: { equals: String(id) },
    type: { equals: 'order.approved' },
  })
  const notifications = await db.all('notifications', {})
  const notification = notifications.find(
    ({ key }) => key === `${event.id}:${String(ids.partnerUser)}`,
  )
  return {
    act,
    db,
    event,
    notification,
    mail: await db.one('mails', { key: { equals: notification.key } }),
    order: await db.one('orders', { id: { equals: id } }),
    pending: await db.one('orders', { id: { equals: pending } }),
    items: await db.all('order-items', ofOrder),
    licenses: await db.all('licenses', ofOrder),
  }
}
