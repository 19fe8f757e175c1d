import { z } from 'zod'

import { capitalNumber } from '../../src/domain/capitalNumber'
import { usageInput } from '../../src/domain/usage/usage'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { limitEndpoint } from '../../src/operations/licenses/limitEndpoint'
import { reportUsage as report } from '../../src/operations/usage/reportUsage'

/** Any text: what names no license is answered as a license of which the key is wrong. */
const params = z.object({ licenseId: z.string().overwrite(capitalNumber) })

const SCHEME = /^License +(\S+)$/i

export const reportUsage = defineEndpoint({
  method: 'post',
  path: '/v1/licenses/:licenseId/usage',
  tag: 'Usage',
  summary: 'Report the usage of a deployed system; the same report again is taken once',
  caller: 'anybody',
  limit: limitEndpoint('usage'),
  params,
  body: usageInput,
  headers: {
    Authorization: {
      schema: z.string().optional(),
      description: '`License <key>`: the usage key of the license',
    },
  },
  response: z.object({
    accepted: z.boolean(),
    /** Whether it was known already. */
    duplicate: z.boolean(),
    licenseId: z.string(),
    reportedAt: z.string(),
  }),
  status: 202,
  errors: [
    'INVALID_INPUT',
    'INVALID_LICENSE_KEY',
    'DUPLICATE',
    'LICENSE_NOT_STARTED',
    'TOO_MANY_REQUESTS',
  ],
  handler: async ({ req, params: { licenseId }, body, now }) => {
    const [, key = ''] = SCHEME.exec(req.headers.get('authorization') ?? '') ?? []
    return { body: { accepted: true, ...(await report(req, licenseId, key, body, now)) } }
  },
})
