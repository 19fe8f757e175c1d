import type { BasePayload } from 'payload'

import { slugsOf } from '../../channel'

const KEPT_MS = 14 * 86_400_000

/** Removes the runs that ended well two weeks ago; those given up stay until a person has seen to them. */
export const pruneJobRuns = async (
  payload: BasePayload,
  now: Date,
): Promise<Record<string, number>> => {
  const until = new Date(now.getTime() - KEPT_MS).toISOString()
  await payload.db.deleteMany({
    collection: slugsOf(payload).jobRuns,
    where: { and: [{ state: { equals: 'done' } }, { finishedAt: { less_than: until } }] },
  })
  return {}
}
