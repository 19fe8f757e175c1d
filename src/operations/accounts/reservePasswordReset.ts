import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { slugsOf, usersWhere } from '../../channel'

export type ResetRequest = { email?: unknown; username?: unknown }

/** Payload's own default between two mails to one user. */
const DEFAULT_INTERVAL_MS = 15_000

/**
 * Whether a user who asks for a new password is sent a mail, noting that one is: an active user, and
 * not twice in a moment. One atomic step in the request's transaction; written as the system.
 * @param interval milliseconds between two mails; 0 = no limit, and nothing is noted
 */
export const reservePasswordReset = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  { email, username }: ResetRequest,
  now: Date,
  interval = DEFAULT_INTERVAL_MS,
): Promise<boolean> => {
  const [field, value] = email ? ['email', email] : ['username', username]
  if (typeof value !== 'string' || !value.trim()) return true
  const isChannel = collection === slugsOf(req.payload).users
  const user: Where[] = [
    { [field]: { equals: value.toLowerCase().trim() } },
    ...(isChannel ? [usersWhere(req.payload, { partnerActive: { not_equals: false } })] : []),
  ]
  if (interval <= 0)
    return (await req.payload.db.count({ collection, where: { and: user }, req })).totalDocs > 0
  const latest = new Date(now.getTime() - interval).toISOString()
  const waited: Where = {
    or: [
      { resetPasswordRequestedAt: { exists: false } },
      { resetPasswordRequestedAt: { less_than_equal: latest } },
    ],
  }
  const reserved = await req.payload.db.updateOne({
    collection,
    where: { and: [...user, waited] },
    data: { resetPasswordRequestedAt: now.toISOString() },
    options: { atomic: true },
    req,
  })
  return reserved !== null
}
