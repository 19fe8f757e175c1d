import type { PayloadRequest } from 'payload'

import { slugsOf, userOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Partner, User } from '../../payload-types'

export type PartnerLogin = { token: string; exp: number; user: User; partner: Partner }

/**
 * Logs in a user of an active partner. A wrong name, a wrong password, a locked user, an inactive
 * partner and a user of no partner all get one answer.
 * @throws INVALID_CREDENTIALS
 */
export const logInPartner = async (
  req: PayloadRequest,
  login: string,
  password: string,
): Promise<PartnerLogin> => {
  const { payload } = req
  const slugs = slugsOf(payload)
  req.context.partnerLogin = true
  const { auth } = payload.collections[slugs.users].config
  if (!auth.loginWithUsername && !login.includes('@')) throw new ChannelError('INVALID_CREDENTIALS')
  const data = login.includes('@') ? { email: login, password } : { username: login, password }
  const result = await payload.login({
    collection: slugs.users,
    data,
    depth: 0,
    req,
  })
  const { exp, token } = result
  const user = result.user && userOf(payload, result.user)
  // The hook on login has seen that the partner is there and active.
  const partner = await readRow<Partner>(req, slugs.partners, {
    id: { equals: idOf(user?.partner) },
  })
  if (!partner || !user || !token || !exp) throw new ChannelError('INVALID_CREDENTIALS')
  return { token, exp, user, partner }
}
