import { AuthenticationError, type CollectionBeforeLoginHook } from 'payload'

import { userOf } from '../../src/channel'
import { idOf } from '../../src/domain/idOf'
import { partnerIsActive } from '../../src/operations/accounts/partnerIsActive'

/**
 * A user of an inactive partner gets the same answer as for a wrong password; so does a user of no
 * partner at the partners' login. Asks the partner itself: checking a password takes long enough for
 * a partner to be set inactive meanwhile.
 */
export const refuseInactiveLogin: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  const known = userOf(req.payload, user)
  const partner = idOf(known.partner)
  if (
    known.partnerActive === false ||
    (context.partnerLogin && partner === null) ||
    (partner !== null && !(await partnerIsActive(req, partner)))
  )
    throw new AuthenticationError(req.t)
  return user
}
