import { AuthenticationError, type CollectionBeforeLoginHook } from 'payload'

/**
 * A user of an inactive partner gets the same answer as for a wrong password; so does a user of no
 * partner at the partners' login.
 */
export const refuseInactiveLogin: CollectionBeforeLoginHook = ({ context, req, user }) => {
  if (user.partnerActive === false || (context.partnerLogin && !user.partner))
    throw new AuthenticationError(req.t)
  return user
}
