import type { PayloadRequest, Where } from 'payload'

import { slugsOf, userOf, usersWhere } from '../../channel'
import { readRows } from '../../database/readRows'
import type { User } from '../../payload-types'

/** The users that meet a condition in the names of the code, read as the system. */
export const readUsers = async (req: PayloadRequest, where: Where): Promise<User[]> => {
  const { payload } = req
  const rows = await readRows<User>(req, slugsOf(payload).users, usersWhere(payload, where))
  return rows.map((user) => userOf(payload, user))
}
