import { createLocalReq, type BasePayload, type Where } from 'payload'

import { slugsOf } from '../../channel'
import { updateWhere } from '../../database/updateWhere'

/** Opens the snoozed alerts again whose time is over, as the system. */
export const wakeAlerts = async (
  payload: BasePayload,
  now: Date,
): Promise<Record<string, number>> => {
  const req = await createLocalReq({}, payload)
  const collection = slugsOf(payload).alerts
  const at = now.toISOString()
  const where: Where = {
    and: [{ state: { equals: 'snoozed' } }, { snoozedUntil: { less_than_equal: at } }],
  }
  const data = { state: 'open', openedAt: at, snoozedUntil: null, updatedAt: at }
  const woken = await updateWhere(req, collection, where, data)
  return woken === null ? {} : { woken }
}
