import type { CollectionConfig } from 'payload'

import { keepResetToken, limitPasswordReset } from '../../hooks/accounts/limitPasswordReset'

/**
 * A host's other users have the same limit on mails about a new password as with Payload alone, whose
 * own would wait for its own transaction where a database has one writer.
 */
export const limitResets = (collection: CollectionConfig): CollectionConfig => {
  const { auth, hooks } = collection
  if (!auth || (typeof auth === 'object' && auth.disableLocalStrategy)) return collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), limitPasswordReset],
      beforeChange: [...(hooks?.beforeChange ?? []), keepResetToken],
    },
  }
}
