import { idOf, type Id, type Link } from '../idOf'
import type { Caller } from './reach'

/** A user as its collection stores it, links as IDs or documents. */
export type CallingUser = {
  id: Id
  roles?: null | string[]
  partner?: Link
  customer?: Link
  engineer?: Link
  salesRep?: Link
  partnerActive?: boolean | null
}

/** A user as the grants see it; `null` for users of a partner that is not active. */
export const callerFrom = (user: CallingUser): Caller | null =>
  user.partnerActive === false
    ? null
    : {
        roles: user.roles ?? [],
        links: {
          self: user.id,
          partner: idOf(user.partner) ?? undefined,
          customer: idOf(user.customer) ?? undefined,
          engineer: idOf(user.engineer) ?? undefined,
          salesRep: idOf(user.salesRep) ?? undefined,
        },
      }
