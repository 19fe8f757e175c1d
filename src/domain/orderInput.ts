import { z } from 'zod'

import { licenseTypes } from './licenseTypes'
import { line, paragraph } from './text'

export const MAX_QUANTITY = 100_000
export const MAX_YEARS = 10

/** What a line asks for; prices, tax and totals are never taken from a client. */
export const orderLineInput = z.object({
  sku: line(64),
  licenseType: z.enum(licenseTypes),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  durationYears: z.number().int().min(1).max(MAX_YEARS),
  endUserName: line(200),
  endUserEmail: z.email().max(254).optional(),
})
orderLineInput.register(z.globalRegistry, { title: 'OrderLineInput' })

export type OrderLineInput = z.output<typeof orderLineInput>

/**
 * The body of a new order, or of a change to a draft. Unknown fields (a unit price, a total, a
 * state) are ignored: those are always the server's.
 */
export const orderInput = (maxLines: number) =>
  z.object({
    agreementAcknowledged: z.boolean().default(false),
    items: z.array(orderLineInput).max(maxLines),
    notes: paragraph().optional(),
    submit: z.boolean().default(true),
  })

export type OrderInput = z.output<ReturnType<typeof orderInput>>
