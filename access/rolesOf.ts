import type { PayloadRequest } from 'payload'

import { channelOf } from '../src/channel'
import { rolesIn } from '../src/domain/accounts/userFields'

/** A user's channel roles, also of one that is out; users of the host have none. */
export const rolesOf = ({ payload, user }: Pick<PayloadRequest, 'payload' | 'user'>): string[] =>
  rolesIn(channelOf(payload).options.fieldNames, user)
