import type { PayloadRequest } from 'payload'

import { orderTotals, type OrderTotals } from '../../domain/pricing/pricing'
import type { OrderItem } from '../../payload-types'
import { itemsOf } from './itemsOf'
import { licenseCountOf } from './licenseCountOf'

/** The totals that an order's stored lines make; all zero for a new order. */
export const totalsOf = async (
  req: PayloadRequest,
  order: number | string | undefined,
): Promise<OrderTotals & { licenseCount: number }> => {
  const items = order === undefined ? [] : await itemsOf(req, order as OrderItem['id'])
  const totals = orderTotals(items.map(amountsOf))
  return { ...totals, licenseCount: await licenseCountOf(req, items) }
}

const amountsOf = ({ subtotal, discount, tax, total }: OrderItem) => ({
  subtotal: subtotal ?? 0,
  discount: discount ?? 0,
  tax: tax ?? 0,
  total: total ?? 0,
})
