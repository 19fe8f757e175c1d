import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { customerKey } from '../../domain/customers/customerKey'
import { placeOrderOnce } from '../../operations/orders/placeOrderOnce'
import { transitionOrder } from '../../operations/orders/transitionOrder'
import type { Customer, Partner, User } from '../../payload-types'
import { demoOrders, demoPartners, demoTeam, demoUsers } from './demoCatalog'
import { seedCatalog, upsert } from './seedCatalog'

export type DemoUser = { email: string; role: string; username?: string }

/**
 * Demo data: users, catalog, partners, orders in every state, licenses. Repeating it changes nothing
 * that is there. Orders go the way that real ones go, as the users in question.
 */
export const seedDemo = async (
  payload: Payload,
  { password }: { password: string },
): Promise<{ users: DemoUser[] }> => {
  const slugs = slugsOf(payload)
  const admin = await seedUser(payload, demoUsers[0], password)
  const req = await createLocalReq({ user: { ...admin, collection: 'users' } }, payload)
  const tiers = await seedCatalog(req)
  const reps = await seedTeam(req)
  for (const { tier, ...partner } of demoPartners)
    await upsert(
      req,
      slugs.partners,
      { name: { equals: partner.name } },
      {
        ...partner,
        tier: tiers.get(tier),
        salesRep: reps.get(partner.region),
      },
    )
  for (const user of demoUsers.filter(({ role }) => role !== 'customer'))
    await seedUser(payload, user, password)
  for (const [index, order] of demoOrders.entries()) await seedOrder(req, order, index)
  for (const user of demoUsers) await seedUser(payload, user, password)
  const users = demoUsers.map((user) => ({
    email: user.email,
    role: user.role,
    ...('username' in user && { username: user.username }),
  }))
  return { users }
}

const seedUser = async (
  payload: Payload,
  user: (typeof demoUsers)[number],
  password: string,
): Promise<User> => {
  const slugs = slugsOf(payload)
  const req = await createLocalReq({}, payload)
  const { role, ...rest } = user
  const team = await teamOf(req, user)
  const partner = 'partner' in rest ? await partnerByName(req, rest.partner) : null
  const customer = 'customer' in rest ? await customerByName(req, rest.customer) : null
  return upsert(
    req,
    slugs.users,
    { email: { equals: user.email } },
    {
      ...rest,
      password,
      roles: [role],
      partner: partner?.id ?? null,
      customer: customer?.id ?? null,
      ...team,
    },
  )
}

/** Our sales reps and engineers. Returns the reps' IDs by region. */
const seedTeam = async (req: PayloadRequest): Promise<Map<string, number | string>> => {
  const slugs = slugsOf(req.payload)
  const reps = new Map<string, number | string>()
  for (const key of ['salesReps', 'engineers'] as const)
    for (const member of demoTeam[key]) {
      const { id } = await upsert(req, slugs[key], { email: { equals: member.email } }, member)
      if (key === 'salesReps') reps.set(member.region, id)
    }
  return reps
}

const linkOfRole = { sales: 'salesRep', engineer: 'engineer' } as const
const teamOfRole = { sales: 'salesReps', engineer: 'engineers' } as const

/** The sales rep or engineer that a user of this role is: the one with the user's address. */
const teamOf = async (
  req: PayloadRequest,
  { email, role }: { email: string; role: string },
): Promise<Record<string, number | string>> => {
  if (role !== 'sales' && role !== 'engineer') return {}
  const slug = slugsOf(req.payload)[teamOfRole[role]]
  const member = await readRow<{ id: number | string }>(req, slug, { email: { equals: email } })
  return member ? { [linkOfRole[role]]: member.id } : {}
}

const partnerByName = async (req: PayloadRequest, name: string): Promise<Partner> =>
  (await readRow<Partner>(req, slugsOf(req.payload).partners, {
    name: { equals: name },
  })) as Partner

const customerByName = async (req: PayloadRequest, name: string): Promise<Customer | null> => {
  const { id } = await partnerByName(req, demoPartners[0].name)
  const where = { nameKey: { equals: customerKey(id, name) } }
  return readRow<Customer>(req, slugsOf(req.payload).customers, where)
}

const seedOrder = async (
  req: PayloadRequest,
  { actions, items, partner: name }: (typeof demoOrders)[number],
  index: number,
): Promise<void> => {
  const partner = await partnerByName(req, name)
  const now = new Date()
  // As the system: the partner has accepted the agreement, and no one else does.
  const { order } = await placeOrderOnce(
    await createLocalReq({}, req.payload),
    partner,
    {
      agreementAcknowledged: true,
      submit: true,
      items: items.map(([sku, licenseType, quantity, durationYears, endUserName]) => ({
        sku,
        licenseType,
        quantity,
        durationYears,
        endUserName,
      })),
    },
    `demo-${index}`,
    now,
  )
  if (order.state !== 'pending_review') return
  for (const action of actions)
    await transitionOrder(req, { id: order.id, action, reason: reasons[action] }, now)
}

const reasons: Record<string, string> = {
  reject: 'The end user is already served by another partner.',
}
