import type { Endpoint } from 'payload'
import { z } from 'zod'

import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { requeue, type QueueKey } from '../../src/operations/queue/requeue'

const retry = (path: `/${string}`, key: QueueKey, summary: string): Endpoint =>
  defineEndpoint({
    method: 'post',
    path,
    tag: 'System',
    summary,
    caller: 'user',
    params: z.object({ id }),
    response: z.object({ id: z.string(), state: z.string(), attempts: z.number().int() }),
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RETRY_CONFLICT'],
    handler: async ({ req, params, now }) => {
      const row = await requeue(req, key, params.id, now)
      const state = String(row.state ?? row.status)
      return { body: { id: String(row.id), state, attempts: Number(row.attempts) } }
    },
  })

/** What an administrator may queue anew. */
export const jobActionEndpoints: Endpoint[] = [
  retry('/v1/job-runs/:id/retry', 'jobRuns', 'Queue a run of a job anew that failed'),
  retry('/v1/mails/:id/retry', 'mails', 'Queue a mail anew that was not sent'),
]
