import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import { requireActionOn } from '../access/requireActionOn'

/** The queues whose rows a person may queue anew, and the field that says how a row stands. */
const stateField = { jobRuns: 'state', mails: 'status' } as const

export type QueueKey = keyof typeof stateField

/**
 * Makes a row of a queue due now that was given up, or that waits after a failure, as the caller.
 * The count of attempts goes on: it tells one holder of the row from the next.
 * @returns the row after it
 * @throws NOT_FOUND, FORBIDDEN; RETRY_CONFLICT for what is under way or done
 */
export const requeue = async (
  req: PayloadRequest,
  key: QueueKey,
  id: string,
  now: Date,
): Promise<Record<string, unknown>> => {
  const row = await requireActionOn(req, key, id, 'retry')
  const field = stateField[key]
  const at = now.toISOString()
  const waits: Where[] = [
    { [field]: { equals: 'queued' } },
    { attempts: { greater_than: 0 } },
    { dueAt: { greater_than: at } },
  ]
  const data = { [field]: 'queued', dueAt: at, updatedAt: at }
  const queued = await req.payload.db.updateOne({
    collection: slugsOf(req.payload)[key],
    where: {
      and: [
        { id: { equals: row.id } },
        { or: [{ [field]: { equals: 'parked' } }, { and: waits }] },
      ],
    },
    data,
    options: { atomic: true },
    req,
  })
  if (!queued) throw new ChannelError('RETRY_CONFLICT')
  return { ...row, ...data }
}
