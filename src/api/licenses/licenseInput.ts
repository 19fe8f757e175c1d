import { z } from 'zod'

import { deploymentInput } from '../deployments/deploymentInput'
import { licenseTypes } from '../../domain/products/licenseTypes'
import { MAX_YEARS } from '../../domain/products/licenseTypes'
import { MAX_LIMIT } from '../../domain/purchases/purchases'
import { id, line } from '../../domain/text'

const limit = z.number().int().min(0).max(MAX_LIMIT).optional()

const { license: _comesWithIt, ...deployment } = deploymentInput.shape

/** A license as staff create it: with its customer, found or new, and its first deployment. */
export const licenseInput = (choices: {
  currencies: readonly string[]
  regions: readonly string[]
}) =>
  z
    .strictObject({
      product: id.optional(),
      sku: line(64).optional(),
      licenseType: z.enum(licenseTypes),
      customer: z
        .union([
          z.strictObject({ id }),
          z.strictObject({
            name: line(200),
            email: z.email().max(254).optional(),
            phone: line(40).optional(),
            country: line(60).optional(),
            region: z.enum(choices.regions).optional(),
          }),
        ])
        .describe(
          'By ID, or by name: the partner’s customer of that name, created where it is new.',
        ),
      durationYears: z
        .number()
        .int()
        .min(1)
        .max(MAX_YEARS)
        .default(1)
        .describe('Without meaning for what never ends.'),
      seats: z.number().int().min(1).max(MAX_LIMIT).default(1),
      limits: z
        .strictObject({ workspaces: limit, users: limit })
        .optional()
        .describe('Those of the product, for each seat, if not given.'),
      partner: id.optional(),
      salesRep: id.optional().describe('The partner’s or one’s own, if not given.'),
      deployment: z.strictObject(deployment).optional(),
      purchase: z
        .strictObject({
          amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).describe('Minor units.'),
          currency: z.enum(choices.currencies),
        })
        .optional()
        .describe('What was paid; nothing, if not given.'),
    })
    .superRefine(({ deployment: wanted, product, sku }, context) => {
      if ((product === undefined) === (sku === undefined))
        context.addIssue({ code: 'custom', path: ['sku'], message: 'Name a product or a sku.' })
      if (wanted?.assign !== undefined && wanted.engineer !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['deployment', 'assign'],
          message: 'Name an engineer, or let one be assigned.',
        })
    })
    .meta({ title: 'LicenseInput' })

export type LicenseInput = z.output<ReturnType<typeof licenseInput>>
