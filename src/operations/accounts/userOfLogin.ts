import { getLoginOptions, type PayloadRequest, type Where } from 'payload'

import { slugsOf } from '../../channel'

export type LoginName = { email?: unknown; password?: unknown; username?: unknown }
export type LoginUser = {
  id: number | string
  hash?: null | string
  lockUntil?: null | string
  partnerActive?: boolean | null
}

/** What was typed as a name, as Payload reads it; none where nothing was. */
export const loginNameOf = ({ email, username }: LoginName): string | undefined =>
  [username, email].map(cleaned).find(Boolean)

/** Asked as the system, before anybody is known: whom Payload would take a name for. */
export const userOfLogin = async (req: PayloadRequest, name: string): Promise<LoginUser | null> => {
  const collection = slugsOf(req.payload).users
  const { auth, trash } = req.payload.collections[collection].config
  const { canLoginWithEmail, canLoginWithUsername } = getLoginOptions(auth.loginWithUsername)
  const fields = [
    ...(canLoginWithEmail ? ['email'] : []),
    ...(canLoginWithUsername ? ['username'] : []),
  ]
  const named: Where = { or: fields.map((field) => ({ [field]: { equals: name } })) }
  const where = trash ? { and: [named, { deletedAt: { exists: false } }] } : named
  return req.payload.db.findOne<LoginUser>({ collection, where, req })
}

const cleaned = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toLowerCase().trim() : undefined
