import type { PayloadRequest } from 'payload'

import { slugsOf, userOf } from '../src/channel'
import { callerFrom } from '../src/domain/access/callerFrom'
import type { Caller } from '../src/domain/access/reach'

/**
 * The request's user as the grants see it. `null` for outsiders, for users of other collections,
 * and for users of a partner that is not active, whatever token they hold.
 */
export const callerOf = ({
  user,
  payload,
}: Pick<PayloadRequest, 'payload' | 'user'>): Caller | null =>
  user?.collection === slugsOf(payload).users ? callerFrom(userOf(payload, user)) : null
