import type { Endpoint } from 'payload'
import { z } from 'zod'

import { deploymentView } from '../../src/api/deployments/deploymentView'
import { licenseInput } from '../../src/api/licenses/licenseInput'
import { licenseResourceView } from '../../src/api/licenses/licenseView'
import { purchaseResourceView } from '../../src/api/purchases/purchaseView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { createLicense as create } from '../../src/operations/licenses/createLicense'
import type { ChannelOptions } from '../../src/options'
import { idempotencyHeader, readIdempotencyKey } from '../records/idempotencyKey'

export const createLicense = (options: ChannelOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/v1/licenses',
    tag: 'Licenses',
    summary: 'Create a license with its customer, first purchase and first deployment',
    caller: 'user',
    headers: idempotencyHeader('license'),
    body: licenseInput(options),
    example: {
      sku: 'ENT-SUITE',
      licenseType: 'subscription',
      customer: { name: 'Adventure Works', email: 'it@adventure-works.example' },
      durationYears: 1,
      deployment: {
        environment: 'production',
        scheduledAt: '2027-01-04T09:00:00Z',
        assign: 'auto',
      },
      purchase: { amount: 1_200_000, currency: options.currencies[0] as string },
    },
    response: z.object({
      license: licenseResourceView.schema,
      purchase: purchaseResourceView.schema,
      deployment: deploymentView.schema.nullable(),
    }),
    status: 201,
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'IDEMPOTENCY_CONFLICT',
      'UNKNOWN_PRODUCT',
      'NUMBERS_EXHAUSTED',
      'NO_ENGINEER',
    ],
    handler: async ({ req, body, now }) => {
      const made = await create(req, body, readIdempotencyKey(req.headers), now)
      return {
        body: {
          license: licenseResourceView.view(made.license),
          purchase: purchaseResourceView.view(made.purchase),
          deployment: made.deployment && deploymentView.view(made.deployment),
        },
      }
    },
  })
