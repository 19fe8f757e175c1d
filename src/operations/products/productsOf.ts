import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf, type Id } from '../../domain/idOf'
import type { OrderItem, Product } from '../../payload-types'

/** The products of an order's lines, by ID; read as the system, inactive ones too. */
export const productsOf = async (
  req: PayloadRequest,
  items: OrderItem[],
): Promise<Map<Id, Product>> => {
  const ids = [...new Set(items.map(({ product }) => idOf(product)))]
  const docs = await readRows<Product>(req, slugsOf(req.payload).products, { id: { in: ids } })
  return new Map(docs.map((product) => [product.id, product]))
}
