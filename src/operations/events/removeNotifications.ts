import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'

/** What a user was told goes with the user, as the system: it is of use to nobody else. */
export const removeNotifications = async (
  req: PayloadRequest,
  recipient: number | string,
): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: slugsOf(req.payload).notifications,
    where: { recipient: { equals: recipient } },
    req,
  })
}
