import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import type { Purchase } from '../../payload-types'

/** So many documents are asked for by one read. */
const AT_ONCE = 500

/** A row that undoes a purchase, with the purchase. */
export type Undone = { counter: Purchase; purchase: Purchase }

/** What was undone, of the counter entries that meet a condition: few, being corrections by hand. */
export const undonePurchases = async (req: PayloadRequest, where: Where): Promise<Undone[]> => {
  const { purchases } = slugsOf(req.payload)
  const counters = await readRows<Purchase>(req, purchases, {
    and: [where, { reverses: { exists: true } }],
  })
  const undone = await readByIn<Purchase>(
    req,
    purchases,
    'id',
    counters.map(({ reverses }) => idOf(reverses) as Id),
  )
  const byId = new Map(undone.map((purchase) => [purchase.id as Id, purchase]))
  return counters.flatMap((counter) => {
    const purchase = byId.get(idOf(counter.reverses) as Id)
    return purchase ? [{ counter, purchase }] : []
  })
}

/** The documents whose field has one of the values, however many those are. */
export const readByIn = async <T extends object>(
  req: PayloadRequest,
  collection: Parameters<typeof readRows>[1],
  field: string,
  values: Id[],
): Promise<T[]> => {
  const found: T[] = []
  for (let start = 0; start < values.length; start += AT_ONCE) {
    const where = { [field]: { in: values.slice(start, start + AT_ONCE) } }
    found.push(...(await readRows<T>(req, collection, where)))
  }
  return found
}
