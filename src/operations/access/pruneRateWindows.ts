import type { BasePayload } from 'payload'

import { slugsOf } from '../../channel'

/** Removes the windows that are over. */
export const pruneRateWindows = async (
  payload: BasePayload,
  now: Date,
): Promise<Record<string, number>> => {
  await payload.db.deleteMany({
    collection: slugsOf(payload).rateWindows,
    where: { resetsAt: { less_than: now.getTime() } },
  })
  return {}
}
