import { getLoginOptions, type BasePayload, type CollectionSlug } from 'payload'

import type { ResetRequest } from './reservePasswordReset'

/**
 * Whose password is to be set anew: Payload's form asks for a user name, and people type the address
 * that they know. A name that somebody has counts as such, whatever it looks like.
 */
export const resetRequestOf = async (
  { collections, db }: Pick<BasePayload, 'collections' | 'db'>,
  collection: CollectionSlug,
  request: ResetRequest,
): Promise<ResetRequest> => {
  const { email, username } = request
  const { loginWithUsername } = collections[collection].config.auth
  const { canLoginWithEmail, canLoginWithUsername } = getLoginOptions(loginWithUsername)
  if (email || typeof username !== 'string' || !username.includes('@') || !canLoginWithEmail)
    return request
  const name = username.toLowerCase().trim()
  const isName =
    canLoginWithUsername &&
    (await db.findOne({ collection, where: { username: { equals: name } } }))
  return isName ? request : { email: name }
}
