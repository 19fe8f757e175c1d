import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'

import { asNobody, recoverLater } from '../../src/operations/accounts/recoverLater'
import { reservePasswordReset } from '../../src/operations/accounts/reservePasswordReset'

/**
 * Whoever asks from outside is answered at once, and the same for a user as for nobody: the work comes
 * after. Who may not have a mail about a new password now gets the same answer, and nothing happens.
 * Takes the place of Payload's own limit, which writes beside the request's open transaction and
 * so would wait for it, on a database with a single writer.
 */
export const limitPasswordReset: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'forgotPassword' || args.disableEmail) return args
  const { config } = args.collection
  const { forgotPassword } = config.auth
  const auth = { ...config.auth, forgotPassword: { ...forgotPassword, minRequestInterval: 0 } }
  const collection = { ...args.collection, config: { ...config, auth } }
  if (req.payloadAPI !== 'local') {
    recoverLater(req, config.slug, args.data)
    return { ...args, disableEmail: true, collection, req: asNobody(req) }
  }
  const allowed = await reservePasswordReset(
    req,
    config.slug,
    args.data,
    new Date(),
    forgotPassword?.minRequestInterval,
  )
  req.context.keepResetToken = !allowed
  return { ...args, disableEmail: !allowed, collection }
}

/** A request without a mail must not end the link in the mail before. */
export const keepResetToken: CollectionBeforeChangeHook = ({ context, data }) => {
  if (!context.keepResetToken) return data
  const { resetPasswordExpiration: _expiration, resetPasswordToken: _token, ...rest } = data
  return rest
}
