import { z } from 'zod'

import { id } from '../../src/domain/text'
import { timelineEvent } from '../../src/domain/timeline/timelineView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { timelineOf } from '../../src/operations/timeline/timelineOf'

export const getTimeline = defineEndpoint({
  method: 'get',
  path: '/v1/licenses/:id/timeline',
  tag: 'Licenses',
  summary: 'Everything that happened to a license, and its expiry, in order',
  caller: 'user',
  params: z.object({ id }),
  response: z.object({ events: z.array(timelineEvent) }),
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  handler: async ({ req, params, now }) => ({
    body: { events: await timelineOf(req, params.id, now) },
  }),
})
