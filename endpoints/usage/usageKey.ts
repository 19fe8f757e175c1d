import { z } from 'zod'

import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { revokeUsageKey as revoke } from '../../src/operations/usage/revokeUsageKey'
import { rotateUsageKey as rotate } from '../../src/operations/usage/rotateUsageKey'

const params = z.object({ licenseId: id })
const errors = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'EDIT_CONFLICT'] as const

export const rotateUsageKey = defineEndpoint({
  method: 'post',
  path: '/v1/licenses/:licenseId/usage-key',
  tag: 'Usage',
  summary: 'Make a usage key for a license, shown this once; the one before holds no longer',
  caller: 'user',
  params,
  response: z.object({ key: z.string(), licenseId: z.string() }),
  status: 201,
  errors,
  handler: async ({ req, params: { licenseId }, now }) => ({
    headers: { 'Cache-Control': 'no-store' },
    body: await rotate(req, licenseId, now),
  }),
})

export const revokeUsageKey = defineEndpoint({
  method: 'delete',
  path: '/v1/licenses/:licenseId/usage-key',
  tag: 'Usage',
  summary: 'Take the usage key of a license away',
  caller: 'user',
  params,
  response: z.object({ licenseId: z.string(), revoked: z.boolean() }),
  errors,
  handler: async ({ req, params, now }) => ({
    body: { licenseId: await revoke(req, params.licenseId, now), revoked: true },
  }),
})
