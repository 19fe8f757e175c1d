import { z } from 'zod'
import { paragraph } from '../../domain/text'
import { orderLineInput, type OrderLineInput } from '../../domain/pricing/orderLineInput'

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
