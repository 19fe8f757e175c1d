import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import type { NewRow } from '../../database/newRow'
import { readRows } from '../../database/readRows'
import { newId } from '../../database/newId'
import { customerKey } from '../../domain/customers/customerKey'
import { idOf } from '../../domain/idOf'
import type { Customer, Order, OrderItem, Partner } from '../../payload-types'
import { createLogged } from '../changeLog/createLogged'
import { createMissing } from '../changeLog/createMissing'

type Id = number | string

/**
 * The customer of each line: the order's own, else the partner's customer by the end user's name,
 * created where it is new. Creates as the system, whole before the licenses are issued; repeating it
 * finds what is there.
 */
export const ensureCustomers = async (
  req: PayloadRequest,
  order: Order,
  items: OrderItem[],
  { id: partner, salesRep }: Pick<Partner, 'id' | 'salesRep'>,
  now: Date,
): Promise<Id[]> => {
  const own = idOf(order.customer)
  if (own !== null) return items.map(() => own)
  const keys = items.map(({ endUserName }) => customerKey(partner, endUserName))
  const named = new Map(keys.map((key, index) => [key, items[index] as OrderItem]))
  const owner = { partner, salesRep: idOf(salesRep) }
  const known = hasTransactions(req.payload)
    ? await findOrCreate(req, owner, named, now)
    : await complete(req, owner, named, now)
  return keys.map((key) => known.get(key) as Id)
}

type Owner = { partner: Id; salesRep: Id | null }
/** The first line of each customer, by the customer’s key. */
type Named = Map<string, OrderItem>

const findOrCreate = async (
  req: PayloadRequest,
  owner: Owner,
  named: Named,
  now: Date,
): Promise<Map<string, Id>> => {
  const known = await findByKey(req, [...named.keys()])
  const missing: Named = new Map([...named].filter(([key]) => !known.has(key)))
  if (missing.size === 0) return known
  try {
    const slug = slugsOf(req.payload).customers
    await createLogged(req, slug, customerRows(req, owner, missing, now), now)
  } catch (error) {
    // Another approval may have created one of them meanwhile.
    const found = await findByKey(req, [...named.keys()])
    if (found.size === known.size) throw error
    return findOrCreate(req, owner, named, now)
  }
  return findByKey(req, [...named.keys()])
}

/** One that is there may lack its log entry: whoever made it may have died in the middle. */
const complete = async (
  req: PayloadRequest,
  owner: Owner,
  named: Named,
  now: Date,
): Promise<Map<string, Id>> => {
  const rows = customerRows(req, owner, named, now)
  const docs = await createMissing(req, slugsOf(req.payload).customers, rows, 'nameKey', now)
  return byKey(docs as unknown as Customer[])
}

const findByKey = async (req: PayloadRequest, keys: string[]): Promise<Map<string, Id>> =>
  byKey(
    await readRows<Customer>(req, slugsOf(req.payload).customers, {
      nameKey: { in: keys },
    }),
  )

const byKey = (docs: Customer[]): Map<string, Id> =>
  new Map(docs.map(({ nameKey, id }) => [nameKey as string, id as Id]))

const customerRows = (req: PayloadRequest, owner: Owner, named: Named, now: Date): NewRow[] => {
  const at = now.toISOString()
  return [...named].map(([nameKey, { endUserName, endUserEmail }]) => ({
    id: newId(req.payload),
    name: endUserName,
    email: endUserEmail ?? null,
    ...owner,
    nameKey,
    createdAt: at,
    updatedAt: at,
  }))
}
