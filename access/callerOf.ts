import type { PayloadRequest } from 'payload'

import { slugsOf } from '../src/channel'
import { idOf } from '../src/domain/idOf'
import type { Caller } from '../src/domain/reach'

/**
 * The request's user as the grants see it. `null` for outsiders, for users of other collections,
 * and for users of a partner that is not active, whatever token they hold.
 */
export const callerOf = ({
  user,
  payload,
}: Pick<PayloadRequest, 'payload' | 'user'>): Caller | null => {
  if (!user || user.collection !== slugsOf(payload).users) return null
  if (user.partnerActive === false) return null
  return {
    roles: user.roles ?? [],
    links: {
      self: user.id,
      partner: idOf(user.partner) ?? undefined,
      customer: idOf(user.customer) ?? undefined,
      engineer: idOf(user.engineer) ?? undefined,
      salesRep: idOf(user.salesRep) ?? undefined,
    },
  }
}
