import { z } from 'zod'

import { MOST_CERTIFICATE_CHARACTERS } from '../../src/domain/licenses/certificate'
import { licenseStates } from '../../src/domain/licenses/licenseMachine'
import { verdictCodes } from '../../src/domain/licenses/licenseRules'
import { licenseTypes } from '../../src/domain/products/licenseTypes'
import { capitalNumber } from '../../src/domain/capitalNumber'
import { line } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { limitEndpoint } from '../../src/operations/licenses/limitEndpoint'
import { validateLicense as validate } from '../../src/operations/licenses/validateLicense'

const count = z.number().int().min(0)
const instant = z.string().nullable()

export const validateLicense = defineEndpoint({
  method: 'post',
  path: '/v1/licenses/validate',
  tag: 'Certificates',
  summary: 'Judge a license by its ID or certificate, for a product and a usage where told',
  caller: 'anybody',
  limit: limitEndpoint('validate'),
  body: z
    .strictObject({
      licenseId: line(64).overwrite(capitalNumber).optional(),
      certificate: z
        .string()
        .min(1)
        .max(MOST_CERTIFICATE_CHARACTERS * 2)
        .optional(),
      productType: line(200).optional(),
      workspaces: count.optional(),
      users: count.optional(),
    })
    .refine(
      ({ certificate, licenseId }) => (certificate === undefined) !== (licenseId === undefined),
      {
        message: 'Send either a licenseId or a certificate.',
        path: ['licenseId'],
      },
    ),
  response: z.object({
    valid: z.boolean(),
    /** The first rule that is broken, in this order after VALID. */
    code: z.enum(verdictCodes),
    detail: z.string(),
    license: z
      .object({
        licenseId: z.string(),
        productType: z.string().nullable(),
        licenseType: z.enum(licenseTypes),
        state: z.enum(licenseStates),
        startsAt: instant,
        expiresAt: instant,
        limits: z.object({ workspaces: z.number().int(), users: z.number().int() }),
      })
      .optional(),
  }),
  errors: ['INVALID_INPUT', 'TOO_MANY_REQUESTS'],
  handler: async ({ req, body, now }) => {
    const { license, ...verdict } = await validate(req, body, now)
    if (!license) return { body: verdict }
    const { licenseId, licenseType, limits, productType, state } = license
    return {
      body: {
        ...verdict,
        license: {
          licenseId: licenseId as string,
          productType: productType ?? null,
          licenseType,
          state,
          startsAt: license.startsAt ?? null,
          expiresAt: license.expiresAt ?? null,
          limits: { workspaces: limits.workspaces, users: limits.users },
        },
      },
    }
  },
})
