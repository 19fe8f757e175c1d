import { z } from 'zod'

import { licenseTypes } from '../../domain/products/licenseTypes'
import { id, line, paragraph } from '../../domain/text'

export const MAX_QUANTITY = 100_000
export const MAX_YEARS = 10

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

/** What the order costs as far as the caller knows, in minor units. */
export const seenTotal = z
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .optional()
  .describe('What the order costs, as it was seen: 409 PRICE_CHANGED where it costs more today.')

/**
 * The body of a new order, or of a change to a draft. Unknown fields (a unit price, a
 * state) are ignored: those are always the server's. A total is never taken over either: it only says
 * what was seen.
 */
export const orderInput = (maxLines: number) =>
  z.object({
    agreementAcknowledged: z.boolean().default(false),
    agreementVersion: z
      .string()
      .max(200)
      .optional()
      .describe('The version that is accepted: 409 AGREEMENT_CHANGED where there is a newer one.'),
    items: z.array(orderLineInput).max(maxLines),
    notes: paragraph().optional(),
    submit: z.boolean().default(true),
    total: seenTotal,
  })

export type OrderInput = Omit<z.output<ReturnType<typeof orderInput>>, 'items'> & {
  items: OrderLineInput[]
}
