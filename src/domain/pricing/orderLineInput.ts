import { z } from 'zod'
import { licenseTypes } from '../products/licenseTypes'
import { id, line } from '../text'
import { MAX_QUANTITY, MAX_YEARS } from '../products/licenseTypes'

const lineInput = z.object({
  sku: line(64).optional(),
  product: id.optional().describe('The ID of the product, instead of its SKU.'),
  licenseType: z.enum(licenseTypes),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  durationYears: z.number().int().min(1).max(MAX_YEARS),
  endUserName: line(200),
  endUserEmail: z.email().max(254).optional(),
})

/** What a line asks for; prices, tax and totals are never taken from a client. */
export const orderLineInput = lineInput.refine(
  ({ product, sku }) => (product === undefined) !== (sku === undefined),
  { path: ['sku'], message: 'Name the product by its SKU or by its ID.' },
)

orderLineInput.register(z.globalRegistry, { title: 'OrderLineInput' })

/** With both, the ID says which product it is: an SKU may have gone to another one. */
export type OrderLineInput = Omit<z.output<typeof lineInput>, 'product'> & {
  product?: number | string
}
