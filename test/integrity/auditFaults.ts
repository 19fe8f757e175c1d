import type { Json } from '../support/fixtures'
import type { Id, Scene } from './auditScene'

/** What it is, the checks that must find it and no other, how it comes about; returns where. */
export type Fault = [name: string, found: string[], plant: (scene: Scene) => Promise<Id>]

const double =
  (collection: string, field: string, pick: (scene: Scene) => Json[] | Promise<Json[]>) =>
  async (scene: Scene): Promise<Id> => {
    const [first, second] = (await pick(scene)).sort((a: Json, b: Json) => (a.id < b.id ? -1 : 1))
    await scene.db.dropUnique(collection, field)
    await scene.db.change(collection, second.id, { [field]: first[field] })
    return second.id
  }

const changed =
  (
    collection: string,
    pick: (scene: Scene) => Json,
    data: (doc: Json) => Record<string, unknown>,
  ) =>
  async (scene: Scene): Promise<Id> => {
    const doc = pick(scene)
    await scene.db.change(collection, doc.id, data(doc))
    return doc.id
  }

const twice =
  (collection: string, pick: (scene: Scene) => Json) =>
  async (scene: Scene): Promise<Id> => {
    await scene.db.dropUnique(collection, 'key')
    const { id } = pick(scene)
    const copy = await scene.db.copy(collection, id)
    // Of several with the same key the first by ID is the one that may be there.
    return [String(id), String(copy.id)].sort()[1] as string
  }

/** By hand, for a line; with its number and its log entry as it should be. */
const licenseFor = async ({ db, licenses }: Scene, item: Json, unit: number): Promise<Id> => {
  const { customer, licenseType, partner, product } = licenses[0]
  const { order } = item
  const link = { order, orderItem: item.id, unit }
  await db.create('licenses', { customer, licenseType, partner, product, ...link })
  return order
}

const hoursAgo = () => new Date(Date.now() - 2 * 3_600_000).toISOString()

const order = (scene: Scene) => scene.order
const pending = (scene: Scene) => scene.pending
const firstItem = (scene: Scene) => scene.items.find(({ quantity }) => quantity === 3)
const license = (scene: Scene) => scene.licenses.find(({ seats }) => seats === 1)
const lineOfPending = ({ db, pending }: Scene) =>
  db.one('order-items', { order: { equals: pending.id } })

export const orderFaults: Fault[] = [
  [
    'an order whose decider was deleted',
    ['order-decider'],
    changed('orders', order, () => ({ decidedBy: null })),
  ],
  [
    'an order number twice',
    ['order-number-unique'],
    double('orders', 'orderNumber', (scene) => [scene.order, scene.pending]),
  ],
  [
    'a request that made two orders',
    ['order-request-unique'],
    double('orders', 'requestKey', (scene) => [scene.order, scene.pending]),
  ],
  [
    'a date of creation that a client moved',
    ['order-created-logged'],
    changed('orders', pending, () => ({ createdAt: '2001-01-01T00:00:00.000Z' })),
  ],
  [
    'a wrong total',
    ['order-totals'],
    changed('orders', order, ({ total }) => ({ total: total + 1 })),
  ],
  [
    'a wrong tax rate of a line',
    ['line-amounts'],
    changed('order-items', firstItem, ({ taxRateBps }) => ({ taxRateBps: taxRateBps + 100 })),
  ],
  [
    'an order with a line in another currency',
    ['order-currency'],
    async (scene) => {
      await scene.db.change('order-items', (await lineOfPending(scene)).id, { currency: 'EUR' })
      return scene.pending.id
    },
  ],
  [
    'an order with a line of old that another currency’s list has priced',
    ['order-currency'],
    async (scene) => {
      const inEuros = await scene.db.one('price-lists', { currency: { equals: 'EUR' } })
      const price = await scene.db.one('price-list-items', { priceList: { equals: inEuros.id } })
      const data = { currency: null, priceListItem: price.id }
      await scene.db.change('order-items', (await lineOfPending(scene)).id, data)
      return scene.pending.id
    },
  ],
  [
    'an order that was sent without a version of the agreement',
    ['order-agreement'],
    changed('orders', pending, () => ({ agreementVersion: null })),
  ],
  [
    'an approved order without the time of its agreement',
    ['order-agreement'],
    changed('orders', order, () => ({ agreementDate: null })),
  ],
  [
    'a line that waits and does not keep what its product was',
    ['line-product'],
    async (scene) => {
      const { id } = await lineOfPending(scene)
      await scene.db.change('order-items', id, { issuing: null })
      return id
    },
  ],
  [
    'a price list for the same buyers and time as another',
    ['price-list-rival'],
    async ({ db }) => {
      const { id } = await db.one('price-lists', { active: { equals: true } })
      return (await db.copy('price-lists', id, { name: 'A rival' })).id
    },
  ],
  [
    'a lost line',
    ['order-lines', 'order-totals'],
    async (scene) => {
      await scene.db.remove('order-items', (await lineOfPending(scene)).id)
      return scene.pending.id
    },
  ],
  [
    'an order in progress without its licenses',
    ['order-licenses', 'order-state-logged'],
    changed('orders', pending, () => ({ state: 'in_progress' })),
  ],
  [
    'a state of an order that the log does not know',
    ['order-state-logged'],
    changed('orders', order, () => ({ state: 'completed' })),
  ],
  [
    'an order that was canceled with its licenses valid',
    ['order-cancelled', 'order-state-logged'],
    changed('orders', order, () => ({ state: 'cancelled' })),
  ],
  [
    'an order that is the copy of another',
    ['order-number-form'],
    changed('orders', pending, ({ orderNumber }) => ({ orderNumber: `${orderNumber} - Copy` })),
  ],
  [
    'a customer twice',
    ['customer-name-key', 'customer-unique'],
    double('customers', 'nameKey', async ({ db }) => (await db.all('customers', {})).slice(0, 2)),
  ],
  [
    'an event that was lost',
    ['order-announced'],
    async ({ db, event, order: { id } }) => {
      await db.remove('events', event.id)
      return id
    },
  ],
  [
    'an event of nothing that happened',
    ['order-announced'],
    async ({ db, event, order: { id } }) => {
      await db.copy('events', event.id, { dispatchedAt: null })
      return id
    },
  ],
]

export const licenseFaults: Fault[] = [
  [
    'a date of creation of a license that a client moved',
    ['license-created-logged'],
    changed('licenses', license, () => ({ createdAt: '2001-01-01T00:00:00.000Z' })),
  ],
  [
    'a license that nobody finds by its ID',
    ['license-id-counted', 'license-id-form'],
    changed('licenses', license, ({ licenseId }) => ({ licenseId: licenseId.toLowerCase() })),
  ],
  [
    'a license that is reported on with the key of another',
    ['license-usage-key'],
    async ({ db, licenses }) => {
      const ids: Id[] = licenses.slice(0, 2).map(({ id }) => id)
      for (const id of ids) await db.change('licenses', id, { usageKeyHash: `of ${ids[0]}` })
      return ids.map(String).sort()[1] as string
    },
  ],
  [
    'a lost license',
    ['log-document-there', 'order-licenses'],
    async (scene) => {
      await scene.db.remove('licenses', license(scene).id)
      return scene.order.id
    },
  ],
  ['a license too many', ['order-licenses'], (scene) => licenseFor(scene, firstItem(scene), 4)],
  [
    'a unit that has two licenses',
    ['order-licenses'],
    (scene) => licenseFor(scene, firstItem(scene), 3),
  ],
  [
    'a license of an order that was not approved',
    ['order-licenses'],
    async (scene) => licenseFor(scene, await lineOfPending(scene), 1),
  ],
  [
    'a license ID twice',
    ['license-id-unique'],
    double('licenses', 'licenseId', ({ licenses }) => licenses.slice(0, 2)),
  ],
  [
    'an issue key twice',
    ['license-unit-unique'],
    double('licenses', 'issueKey', ({ licenses }) => licenses.slice(0, 2)),
  ],
  [
    'a license that lost its order',
    ['license-links', 'order-licenses'],
    changed('licenses', license, () => ({ order: null })),
  ],
  [
    'a state of a license that the log does not know',
    ['license-state-logged'],
    changed('licenses', license, () => ({ state: 'terminated' })),
  ],
]

export const logFaults: Fault[] = [
  [
    'an entry of the log that was altered',
    ['log-whole'],
    async ({ db, order: { id } }) => {
      const { id: entry } = await db.entry(id, 'approve')
      await db.change('change-logs', entry, { actorName: 'Somebody Else' })
      return entry
    },
  ],
  [
    'an entry that was taken out of the middle of the log',
    ['log-whole'],
    async ({ db, order: { id } }) => {
      const [first, second] = (await db.all('change-logs', { documentId: { equals: String(id) } }))
        .filter(({ action }) => action === 'update')
        .sort((a, b) => a.sequence - b.sequence)
      await db.remove('change-logs', first.id)
      return second.id
    },
  ],
  [
    'the last entry of the log cut off',
    ['order-announced', 'order-state-logged'],
    async ({ db, order: { id } }) => {
      const entries = await db.all('change-logs', { documentId: { equals: String(id) } })
      for (const entry of entries.filter(({ sequence }) => sequence > 1))
        await db.remove('change-logs', entry.id)
      return id
    },
  ],
  [
    'the first entry of an order cut off',
    ['log-whole', 'order-announced', 'order-logged'],
    async ({ db, order: { id } }) => {
      await db.remove('change-logs', (await db.entry(id, 'create')).id)
      return id
    },
  ],
  [
    'a move of an order that another write undid',
    ['order-licenses', 'order-state-logged'],
    async ({ act, db, order: { id } }) => {
      await db.change('orders', id, { state: 'pending_review' })
      // By the rules again, from where it should not have been.
      await act(id, 'return')
      return id
    },
  ],
  [
    'a license that the log does not know',
    ['license-logged'],
    async (scene) => {
      const { id } = license(scene)
      await scene.db.remove('change-logs', (await scene.db.entry(id, 'create')).id)
      return id
    },
  ],
]

export const messageFaults: Fault[] = [
  [
    'a notification that was lost',
    ['event-told'],
    async ({ db, event, notification }) => {
      await db.remove('notifications', notification.id)
      return event.id
    },
  ],
  [
    'a mail that was lost',
    ['notification-mailed'],
    async ({ db, mail, notification }) => {
      await db.remove('mails', mail.id)
      return notification.id
    },
  ],
  [
    'a notification twice',
    ['notification-unique'],
    twice('notifications', ({ notification }) => notification),
  ],
  ['a mail twice', ['mail-unique'], twice('mails', ({ mail }) => mail)],
  [
    'a mail that waits too long',
    ['mail-in-time'],
    changed(
      'mails',
      ({ mail }) => mail,
      () => ({ dueAt: hoursAgo() }),
    ),
  ],
  [
    'a mail that was given up',
    ['mail-given-up'],
    changed(
      'mails',
      ({ mail }) => mail,
      () => ({ status: 'parked' }),
    ),
  ],
  [
    'an event that waits too long',
    ['event-in-time'],
    changed(
      'events',
      ({ event }) => event,
      () => ({ dispatchedAt: null, dueAt: hoursAgo() }),
    ),
  ],
  [
    'an event that was given up',
    ['event-given-up'],
    changed(
      'events',
      ({ event }) => event,
      () => ({ dispatchedAt: null, attempts: 20 }),
    ),
  ],
]

const UNSEEN = '\u200b\u3164'

/** One more document, made from one that is there, with a name or an address as they were once taken. */
const alike =
  (collection: string, changes: (doc: Json) => Record<string, unknown>) =>
  async ({ db }: Scene): Promise<Id> => {
    // Others of these tests have none or strange ones.
    const doc = await db.one(collection, { name: { not_equals: UNSEEN } })
    return (await db.copy(collection, doc.id, changes(doc))).id
  }

const unseen = (collection: string, check: string): Fault => [
  `a name that nobody can see of one of the ${collection}`,
  [check],
  alike(collection, () => ({ name: UNSEEN, ...address(), nameKey: undefined, sku: String(made) })),
]

let made = 0
const address = () => ({ email: `${(made += 1)}@names.test` })

const twin = (collection: string, check: string): Fault => [
  `a name with an invisible difference of one of the ${collection}`,
  [check],
  // After all others by ID, so that it is the one that is told.
  async ({ db }) => {
    const name = 'Twins Of The Audit'
    const doc = await db.one(collection, { name: { not_equals: UNSEEN } })
    const own = { active: false, ...address() }
    const first = await db.copy(collection, doc.id, { ...own, name })
    const other = await db.copy(collection, doc.id, {
      ...own,
      ...address(),
      name: `twins\u200b ${name.slice(6)}`,
    })
    return [String(first.id), String(other.id)].sort()[1] as string
  },
]

export const nameFaults: Fault[] = [
  unseen('partners', 'partner-name-seen'),
  unseen('customers', 'customer-name-seen'),
  unseen('products', 'product-name-seen'),
  unseen('tiers', 'tier-name-seen'),
  unseen('engineers', 'engineer-name-seen'),
  unseen('sales-reps', 'sales-rep-name-seen'),
  [
    'a name of a price list that reads otherwise than it is written',
    ['price-list-name-seen'],
    alike('price-lists', () => ({ name: 'eciv\u202erp', active: false })),
  ],
  [
    'an end user whose name nobody can see',
    ['line-name-seen'],
    async (scene) => {
      const { id } = await lineOfPending(scene)
      await scene.db.change('order-items', id, { endUserName: UNSEEN })
      return id
    },
  ],
  [
    'a user whose name nobody can see',
    ['user-name-seen'],
    async ({ db }) => {
      const { id } = await db.one('users', { email: { equals: 'stray@company.test' } })
      await db.change('users', id, { name: UNSEEN })
      return id
    },
  ],
  twin('partners', 'partner-name-once'),
  twin('tiers', 'tier-name-once'),
  twin('price-lists', 'price-list-name-once'),
  [
    'a customer that a partner has once more with an invisible difference',
    ['customer-name-key'],
    async ({ db }) => {
      const { id, name, partner } = await db.one('customers', { name: { equals: 'Acme' } })
      const nameKey = `${partner}:ac\u200bme of old`
      return (await db.copy('customers', id, { name: `${name}\u200b`, nameKey })).id
    },
  ],
  ...(
    [
      ['engineers', 'engineer-email-once'],
      ['sales-reps', 'sales-rep-email-once'],
    ] as const
  ).map(([collection, check]): Fault => [
    `one of the ${collection} who is there twice by an address in capital letters`,
    [check],
    alike(collection, ({ email }) => ({ email: email.toUpperCase() })),
  ]),
  [
    'a user’s address in capital letters',
    ['user-email-once'],
    async ({ db }) => {
      const { id } = await db.one('users', { email: { equals: 'idle@company.test' } })
      await db.change('users', id, { email: 'IDLE@company.test' })
      return id
    },
  ],
]
