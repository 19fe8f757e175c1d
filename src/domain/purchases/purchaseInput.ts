import { z } from 'zod'

import { MAX_QUANTITY, MAX_YEARS } from '../products/licenseTypes'
import { MAX_LIMIT, renewalBases, type PurchaseType } from './purchases'
import { id, line, paragraph } from '../text'

/** What only some purchases say. */
const belongsTo: Record<string, PurchaseType> = {
  durationYears: 'renewal',
  basis: 'renewal',
  product: 'upgrade',
  sku: 'upgrade',
}

const added = z.number().int().min(0).max(MAX_LIMIT).optional()

/** A purchase for a license that is there; `new` ones come with their license. */
export const purchaseInput = (currencies: string[]) =>
  z
    .strictObject({
      license: id.describe("The license's ID or license ID, such as ENT-202611-000042."),
      type: z.enum(['renewal', 'expansion', 'upgrade']),
      quantity: z
        .number()
        .int()
        .min(1)
        .max(MAX_QUANTITY)
        .optional()
        .describe('Units bought. An expansion without `limits` adds those of so many units.'),
      durationYears: z.number().int().min(1).max(MAX_YEARS).optional().describe('1 by default.'),
      limits: z
        .strictObject({ workspaces: added, users: added })
        .optional()
        .describe('What is added to the limits, for all units together.'),
      amount: z
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .describe('Minor units of the currency, for all units together.'),
      currency: z.enum(currencies as [string, ...string[]]),
      basis: z
        .enum(renewalBases)
        .optional()
        .describe('From when the years count; from_now_if_expired by default.'),
      product: id.optional(),
      sku: line(64).optional(),
      note: paragraph(2000).optional(),
    })
    .superRefine((input, context) => {
      for (const [field, type] of Object.entries(belongsTo))
        if (input[field as keyof typeof input] !== undefined && input.type !== type)
          context.addIssue({ code: 'custom', path: [field], message: `Only for type ${type}.` })
      if (input.type === 'upgrade' && (input.product === undefined) === (input.sku === undefined))
        context.addIssue({ code: 'custom', path: ['product'], message: 'Name a product or a sku.' })
    })
    .meta({ title: 'PurchaseInput' })

export type PurchaseInput = z.output<ReturnType<typeof purchaseInput>>
