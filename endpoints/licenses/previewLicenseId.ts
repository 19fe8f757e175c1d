import { z } from 'zod'

import { line } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { previewLicenseId as preview } from '../../src/operations/licenses/previewLicenseId'

export const previewLicenseId = defineEndpoint({
  method: 'get',
  path: '/v1/licenses/preview-id',
  tag: 'Licenses',
  summary: 'The ID that the next license of a product gets; it is not reserved',
  caller: 'user',
  query: z.object({ sku: line(64) }),
  response: z.object({ licenseId: z.string() }),
  errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'UNKNOWN_PRODUCT', 'NUMBERS_EXHAUSTED'],
  handler: async ({ now, query, req }) => ({
    body: { licenseId: await preview(req, query.sku, now) },
  }),
})
