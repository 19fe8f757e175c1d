import { idOf } from '../../domain/idOf'
import type { License, Order } from '../../payload-types'
import { groupBy, read, type Inspect, type Remark } from '../audit'

/** What ends a license; all others are good for something. */
const ended = ['expired', 'terminated']

/** An order that was called off has left nobody a license that is valid. */
export const leftNoLicense: Inspect = async (audit, docs) => {
  const orders = (docs as unknown as Order[]).filter(({ state }) => state === 'cancelled')
  if (orders.length === 0) return []
  const where = { order: { in: orders.map(({ id }) => id) }, state: { not_in: ended } }
  const valid = (await read(audit, 'licenses', where)) as unknown as License[]
  return [...groupBy(valid, ({ order }) => String(idOf(order)))].map(([id, own]): Remark => {
    const [first] = own
    return {
      id: orders.find((order) => String(order.id) === id)?.id ?? id,
      message:
        `It is canceled and has ${own.length} valid licenses, e.g. ${first?.licenseId}: ` +
        'terminate them, or undo their purchases.',
    }
  })
}
