import type { PayloadRequest } from 'payload'

import { idOf } from '../domain/idOf'
import { orderTotals, type OrderTotals } from '../domain/pricing'
import type { OrderItem } from '../payload-types'
import { itemsOf } from './itemsOf'
import { licensesOf } from './orderRows'
import { productsOf } from './productsOf'

/** The totals that an order's stored lines make; all zero for a new order. */
export const totalsOf = async (
  req: PayloadRequest,
  order: number | string | undefined,
): Promise<OrderTotals & { licenseCount: number }> => {
  const items = order === undefined ? [] : await itemsOf(req, order as OrderItem['id'])
  const totals = orderTotals(items.map(amountsOf))
  if (items.length === 0) return { ...totals, licenseCount: 0 }
  const products = await productsOf(req, items)
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
