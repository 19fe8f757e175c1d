import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { placeOrderOnce } from '../../operations/orders/placeOrderOnce'
import { transitionOrder } from '../../operations/orders/transitionOrder'
import type { License, Partner, User } from '../../payload-types'
import { demoHistory, type DemoStory } from './demoHistory'
import { daysAfter } from './daysAfter'
import { seedLife } from './seedLife'
import type { Life } from './life'

/** History of so few days is what the demo's own orders bring. */
const RECENT_DAYS = 30

/**
 * Three years in the life of the demo company: orders, and licenses that are deployed, used, renewed
 * or not, the way that real ones go, at the dates of then. Done once: a database with old licenses
 * has its history. What happened then is told to nobody any more.
 * @param say gets a line before it begins, as it takes some seconds
 */
export const seedHistory = async (
  payload: Payload,
  now: Date,
  say: (line: string) => void,
): Promise<void> => {
  const { events, licenses } = slugsOf(payload)
  const before = { less_than: daysAfter(now, -RECENT_DAYS).toISOString() }
  const req = await requestOf(payload, 'sales@demo.test')
  if (await readRow<License>(req, licenses, { createdAt: before })) return
  say('Making demo data: three years of orders, licenses and usage …')
  for (const story of demoHistory()) await tell(req, story, now)
  await payload.db.updateMany({
    collection: events,
    where: { dispatchedAt: { exists: false }, createdAt: before },
    data: { dispatchedAt: daysAfter(now, -1).toISOString() },
  })
}

const requestOf = async (payload: Payload, email: string): Promise<PayloadRequest> => {
  const { users } = slugsOf(payload)
  const req = await createLocalReq({}, payload)
  const user = (await readRow<User>(req, users, { email: { equals: email } })) as User
  return createLocalReq({ user: { ...user, collection: users } }, payload)
}

/** One order with all that follows from it, up to the present. */
const tell = async (req: PayloadRequest, story: DemoStory, now: Date): Promise<void> => {
  const { customer, durationYears, key, licenseType, partner: name, quantity, sku } = story
  const orderedAt = daysAfter(now, -story.orderedDaysAgo)
  const decidedAt = daysAfter(orderedAt, story.decidedAfter)
  const where = { name: { equals: name } }
  const partner = (await readRow<Partner>(req, slugsOf(req.payload).partners, where)) as Partner
  const line = { sku, licenseType, quantity, durationYears, endUserName: customer }
  const input = { agreementAcknowledged: true, submit: true, items: [line] }
  // As the system: the partner has accepted the agreement, and no one else does.
  const system = await createLocalReq({}, req.payload)
  const { order } = await placeOrderOnce(system, partner, input, key, orderedAt)
  if (decidedAt > now) return
  const decided = await decide(req, order.id, partner, decidedAt)
  const lives: Life[] = decided.licenses.map((license, index) => ({
    license,
    story,
    index,
    region: partner.region ?? 'americas',
    currency: partner.currency,
    yearlyPrice: decided.items[0]?.unitPrice ?? 0,
    startsAt: decidedAt,
  }))
  for (const life of lives) await seedLife(req, life, now)
  const complete = { id: order.id, action: 'complete' } as const
  const completedAt = daysAfter(decidedAt, 30)
  if (completedAt < now) await transitionOrder(req, complete, completedAt)
}

/** Approved, and paid where the partner's terms ask for it. */
const decide = async (req: PayloadRequest, id: number | string, partner: Partner, at: Date) => {
  const approved = await transitionOrder(req, { id, action: 'approve' }, at)
  return partner.paymentTerms === 'prepaid'
    ? transitionOrder(req, { id, action: 'pay' }, at)
    : approved
}
