import type { PayloadRequest } from 'payload'

import { channelOf } from '../channel'
import { readRows } from '../database/readRows'
import { newId } from '../database/newId'
import { customerKey } from '../domain/customerKey'
import { idOf } from '../domain/idOf'
import type { Customer, Order, OrderItem } from '../payload-types'
import { createLogged } from './createLogged'

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
  now: Date,
): Promise<Id[]> => {
  const own = idOf(order.customer)
  if (own !== null) return items.map(() => own)
  const partner = idOf(order.partner)
  const keys = items.map(({ endUserName }) => customerKey(partner, endUserName))
  const missingFrom = (known: Map<string, Id>) => [
    ...new Map(
      items.flatMap((item, index) =>
        known.has(keys[index]!) ? [] : [[keys[index]!, item] as const],
      ),
    ),
  ]
  let known = await findByKey(req, keys)
  const missing = missingFrom(known)
  if (missing.length > 0) {
    try {
      await createCustomers(req, partner, missing, now)
    } catch (error) {
      // Another approval may have created one of them meanwhile.
      known = await findByKey(req, keys)
      if (missingFrom(known).length === missing.length) throw error
      return ensureCustomers(req, order, items, now)
    }
    known = await findByKey(req, keys)
  }
  return keys.map((key) => known.get(key) as Id)
}

const findByKey = async (req: PayloadRequest, keys: string[]): Promise<Map<string, Id>> => {
  const docs = await readRows<Customer>(req, channelOf(req.payload).options.slugs.customers, {
    nameKey: { in: [...new Set(keys)] },
  })
  return new Map(docs.map(({ nameKey, id }) => [nameKey as string, id as Id]))
}

const createCustomers = async (
  req: PayloadRequest,
  partner: Id | null,
  missing: (readonly [key: string, item: OrderItem])[],
  now: Date,
): Promise<void> => {
  const subject = channelOf(req.payload).options.slugs.customers
  const at = now.toISOString()
  const rows = missing.map(([nameKey, { endUserName, endUserEmail }]) => ({
    id: newId(req.payload),
    name: endUserName,
    email: endUserEmail ?? null,
    partner,
    nameKey,
    createdAt: at,
    updatedAt: at,
  }))
  await createLogged(req, subject, rows, now)
}
