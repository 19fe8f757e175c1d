import type { Endpoint } from 'payload'
import { z } from 'zod'

import { licenseActions, type LicenseAction } from '../../src/domain/licenses/licenseMachine'
import { licenseResourceView } from '../../src/api/licenses/licenseView'
import { id, paragraph } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { transitionLicense } from '../../src/operations/licenses/transitionLicense'

const reason = paragraph(2000).min(1)

/** What each action is, and whether it must say why. */
const table: Record<LicenseAction, { summary: string; body: z.ZodType<{ reason?: string }> }> = {
  suspend: {
    summary: 'Suspend a license until it is resumed, saying why',
    body: z.strictObject({ reason }),
  },
  resume: {
    summary: 'Take a suspended license back to where it was; to expired if it ended meanwhile',
    body: z.strictObject({ reason: reason.optional() }),
  },
  terminate: {
    summary: 'End a license for good, saying why',
    body: z.strictObject({ reason }),
  },
}

/** One route for each action that people take with a license. */
export const licenseActionEndpoints: Endpoint[] = licenseActions.map((action) =>
  defineEndpoint({
    method: 'post',
    path: `/v1/licenses/:id/${action}`,
    tag: 'Licenses',
    summary: table[action].summary,
    caller: 'user',
    params: z.object({ id }),
    body: table[action].body,
    response: z.object({ license: licenseResourceView.schema }),
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'LICENSE_STATE_CONFLICT',
      'EDIT_CONFLICT',
    ],
    handler: async ({ req, params, body, now }) => {
      const license = await transitionLicense(req, params.id, action, body.reason, now)
      return { body: { license: licenseResourceView.view(license) } }
    },
  }),
)
