import type { Where } from 'payload'

import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import { issuedStates } from '../../domain/orders/orderMachine'
import { licensesOf } from '../../domain/products/licensesOf'
import type { License, Order, OrderItem, Product } from '../../payload-types'
import { groupBy, present, read, type Audit, type Inspect, type Remark } from '../audit'

type Unit = Pick<License, 'orderItem' | 'unit'>
type Line = { item: OrderItem; product: Product | undefined; units: number[] }

/** So many licenses are in memory at once, or those of a single order. */
const AT_ONCE = 5_000

/**
 * An order that was issued has each unit of its lines as a license, once; any other order has none.
 * Canceling leaves the licenses that were issued before.
 */
export const hasItsLicenses: Inspect = async (audit, docs) => {
  const orders = docs as unknown as Order[]
  const where = { order: { in: orders.map(({ id }) => id) } }
  const items = (await read(audit, 'orderItems', where)) as unknown as OrderItem[]
  const products = await productsOf(audit, items)
  const itemsOf = groupBy(items, ({ order }) => String(idOf(order)))
  const remarks: Remark[] = []
  for (const group of groupsOf(orders)) {
    const unitsOf = await unitsByOrder(audit, group)
    for (const order of group) {
      const units = unitsOf.get(String(order.id)) ?? []
      const lines = (itemsOf.get(String(order.id)) ?? []).map((item) => ({
        item,
        product: products.get(String(idOf(item.product))),
        units: unitsOfItem(units, item),
      }))
      remarks.push(...faultsOf(order, lines, units.length))
    }
  }
  return remarks
}

const productsOf = async (audit: Audit, items: OrderItem[]): Promise<Map<string, Product>> => {
  const where = { id: { in: present(items.map(({ product }) => idOf(product))) } }
  const found = (await read(audit, 'products', where)) as unknown as Product[]
  return new Map(found.map((product) => [String(product.id), product]))
}

/** Orders together, as long as their licenses are few. */
function* groupsOf(orders: Order[]): Generator<Order[]> {
  let group: Order[] = []
  let size = 0
  for (const order of orders) {
    if (group.length > 0 && size + order.licenseCount > AT_ONCE) {
      yield group
      group = []
      size = 0
    }
    group.push(order)
    size += order.licenseCount
  }
  if (group.length > 0) yield group
}

/** A large order's licenses come in pages and leave their unit alone behind. */
const unitsByOrder = async (audit: Audit, orders: Order[]): Promise<Map<string, Unit[]>> => {
  const [only] = orders
  if (orders.length > 1 || !only || only.licenseCount <= AT_ONCE) {
    const where = { order: { in: orders.map(({ id }) => id) } }
    const found = (await read(audit, 'licenses', where)) as unknown as License[]
    return groupBy(found, ({ order }) => String(idOf(order)))
  }
  const units: Unit[] = []
  for (let last = ''; ;) {
    const where: Where = {
      and: [{ order: { equals: only.id } }, { licenseId: { greater_than: last } }],
    }
    const options = { limit: AT_ONCE, sort: 'licenseId' }
    const page = await readRows<License>(audit.req, audit.slugs.licenses, where, options)
    for (const { orderItem, unit } of page)
      units.push({ orderItem: idOf(orderItem) as never, unit })
    if (page.length < AT_ONCE) return new Map([[String(only.id), units]])
    last = page.at(-1)?.licenseId as string
  }
}

const unitsOfItem = (units: Unit[], item: OrderItem): number[] =>
  units
    .filter(({ orderItem }) => String(idOf(orderItem as Id | null)) === String(item.id))
    .map(({ unit }) => unit ?? 0)

const faultsOf = (order: Order, lines: Line[], count: number): Remark[] => {
  const { id, state } = order
  const issued = issuedStates.includes(state)
  const remark = (message: string): Remark => ({ id, message })
  if (!issued && state !== 'cancelled')
    return count === 0 ? [] : [remark(`It is ${state} and has ${count} licenses.`)]
  if (!issued && count === 0 && !order.issuedAt) return []
  const ofLines = lines.reduce((sum, { units }) => sum + units.length, 0)
  const strays = count - ofLines
  return [
    ...lines.flatMap((line) => faultsOfLine(line, ofLines === order.licenseCount)).map(remark),
    ...(strays > 0 ? [remark(`${strays} of its licenses are of no line of it.`)] : []),
  ]
}

/**
 * How many licenses a line leads to it keeps itself. Of one of old it follows from the product, which
 * may have been changed since: then the order's own count tells.
 */
const faultsOfLine = ({ item, product, units }: Line, countFits: boolean): string[] => {
  const { quantity } = item
  const kept = item.issuing ? { issuing: item.issuing } : product
  const now = kept ? licensesOf(kept, quantity) : quantity
  const guessed = !item.issuing && countFits && [1, quantity].includes(units.length)
  const expected = guessed ? units.length : now
  const found = new Set(units)
  const isExpected = (unit: number) => unit >= 1 && unit <= expected
  const missing = expected - [...found].filter(isExpected).length
  const extra = units.length - [...found].filter(isExpected).length
  return [
    ...(missing > 0 ? [`Line ${item.id} lacks ${missing} of ${expected} licenses.`] : []),
    ...(extra > 0 ? [`Line ${item.id} has ${extra} more licenses than its ${expected}.`] : []),
  ]
}
