import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import type { WrittenRow } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { readRow } from '../../database/readRows'
import { idOf } from '../../domain/idOf'
import { splitAmount } from '../../domain/money/splitAmount'
import type { License, Order, OrderItem, Product } from '../../payload-types'
import { originPurchase, type LicenseRow, type Paid } from './originPurchase'
import { licensesOf } from '../../domain/products/licensesOf'
import { productOfLine } from '../products/productOfLine'

type Line = { item: OrderItem; product: Product }

/** What was paid for each unit of a line, net of tax: the parts add up to what the line costs. */
const paidPerUnit = (
  { item, product }: Line,
  { currency }: Pick<Order, 'currency'>,
): ((unit: number) => Paid) => {
  const { discount, durationYears, quantity, subtotal } = item
  const amounts = splitAmount((subtotal ?? 0) - (discount ?? 0), licensesOf(product, quantity))
  return (unit) => ({ amount: amounts[unit - 1] ?? 0, currency: currency as string, durationYears })
}

/** The purchases that the licenses of an order begin with, for the licenses as they are written. */
export const originsOf = (
  req: PayloadRequest,
  { lines, order }: { lines: Line[]; order: Order },
  now: Date,
): ((licenses: WrittenRow[]) => NewRow[]) => {
  const paid = new Map(lines.map((line) => [line.item.id, paidPerUnit(line, order)]))
  return (licenses) =>
    (licenses as unknown as License[]).map((license) => {
      const paidFor = paid.get(idOf(license.orderItem) as OrderItem['id']) as (unit: number) => Paid
      return originPurchase(req, license, paidFor(license.unit ?? 1), now)
    })
}

/**
 * What was paid for a license that has no purchase yet, read as the system: its share of its order's
 * line, or nothing where it was made by hand.
 */
export const paidFor = async (
  req: PayloadRequest,
  license: LicenseRow,
  currency: string,
): Promise<Paid> => {
  const slugs = slugsOf(req.payload)
  const [order, item] = [idOf(license.order), idOf(license.orderItem)]
  if (order === null || item === null) return { amount: 0, currency }
  const by = (id: null | number | string) => ({ id: { equals: id } })
  const line = await readRow<OrderItem>(req, slugs.orderItems, by(item))
  const bought = await readRow<Order>(req, slugs.orders, by(order))
  const product = line && (await readRow<Product>(req, slugs.products, by(idOf(line.product))))
  if (!line || !bought || !product) return { amount: 0, currency }
  return paidPerUnit(
    { item: line, product: productOfLine(line, product) },
    bought,
  )(license.unit ?? 1)
}
