import type { PayloadRequest } from 'payload'

import { idOf } from '../domain/idOf'
import { orderTotals, type OrderTotals } from '../domain/pricing'
import { slugsOf } from '../channel'
import { readRows } from '../database/readRows'
import type { OrderItem, Product } from '../payload-types'
import { itemsOf } from './itemsOf'
import { licensesOf } from './orderRows'

/** The totals that an order's stored lines make; all zero for a new order. */
export const totalsOf = async (
  req: PayloadRequest,
  order: number | string | undefined,
): Promise<OrderTotals & { licenseCount: number }> => {
  const items = order === undefined ? [] : await itemsOf(req, order as OrderItem['id'])
  const totals = orderTotals(items.map(amountsOf))
  if (items.length === 0) return { ...totals, licenseCount: 0 }
  const docs = await readRows<Product>(req, slugsOf(req.payload).products, {
    id: { in: items.map(({ product }) => idOf(product)) },
  })
  const products = new Map(docs.map((product) => [product.id as number | string, product]))
  const licenseCount = items.reduce((count, item) => {
    const product = products.get(idOf(item.product) as number | string)
    return count + (product ? licensesOf(product, item.quantity) : 0)
  }, 0)
  return { ...totals, licenseCount }
}

const amountsOf = ({ subtotal, discount, tax, total }: OrderItem) => ({
  subtotal: subtotal ?? 0,
  discount: discount ?? 0,
  tax: tax ?? 0,
  total: total ?? 0,
})
