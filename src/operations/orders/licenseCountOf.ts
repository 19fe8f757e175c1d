import type { PayloadRequest } from 'payload'

import { idOf } from '../../domain/idOf'
import type { OrderItem } from '../../payload-types'
import { licensesOf } from '../../domain/products/licensesOf'
import { productsOf } from '../products/productsOf'

/** How many licenses lines lead to; of those of old their products have to be asked. */
export const licenseCountOf = async (req: PayloadRequest, items: OrderItem[]): Promise<number> => {
  const old = items.filter(({ issuing }) => !issuing)
  const products = old.length > 0 ? await productsOf(req, old) : new Map()
  return items.reduce((count, item) => {
    const issuing = item.issuing ?? products.get(idOf(item.product))?.issuing
    return issuing ? count + licensesOf({ issuing }, item.quantity) : count
  }, 0)
}
