import type { BasePayload, Where } from 'payload'

import { slugsOf } from '../../channel'

/** How soon mails that were held go once there is an adapter. */
const LOOK_AGAIN_MS = 60_000

const HELD = 'Held: this app has no e-mail adapter. Set `email` in the Payload config.'

/** Mails of an app without an e-mail adapter wait for one, however long, and say so. */
export const holdMails = async (
  payload: BasePayload,
  now: Date,
): Promise<{ sent: number; failed: number }> => {
  const collection = slugsOf(payload).mails
  const where: Where = {
    and: [{ status: { equals: 'queued' } }, { dueAt: { less_than_equal: now.toISOString() } }],
  }
  const { totalDocs } = await payload.db.count({ collection, where })
  if (totalDocs === 0) return { sent: 0, failed: 0 }
  const data = { lastError: HELD, dueAt: new Date(now.getTime() + LOOK_AGAIN_MS).toISOString() }
  await payload.db.updateMany({ collection, where, data, returning: false })
  payload.logger.warn(`payload-channel: ${totalDocs} mails are held. ${HELD}`)
  return { sent: 0, failed: 0 }
}
