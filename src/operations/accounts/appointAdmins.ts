import { createLocalReq, type BasePayload, type PayloadRequest, type Where } from 'payload'

import { slugsOf, userData, usersWhere } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readUsers } from '../records/readUsers'

/**
 * Makes users administrators of the channel by their e-mails, as the system: an app that has users
 * already has no first one who could be. Says how where nobody is. A database that is not migrated
 * yet stops no start.
 */
export const appointAdmins = async (payload: BasePayload, emails: string[]): Promise<void> => {
  try {
    for (const email of emails) await appoint(payload, email.toLowerCase())
    await tellIfNobodyIs(payload)
  } catch (err) {
    payload.logger.warn({ err, msg: 'payload-channel: its administrators could not be looked up.' })
  }
}

const tellIfNobodyIs = async (payload: BasePayload): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const admins = usersWhere<Where>(payload, { roles: { in: ['admin'] } })
  if ((await countUsers(req, {})) === 0 || (await countUsers(req, admins)) > 0) return
  payload.logger.warn(
    'payload-channel: no user is an administrator of the channel. ' +
      "Name one for the next start: channelPlugin({ admins: ['you@example.com'] })",
  )
}

const countUsers = async (req: PayloadRequest, where: Where): Promise<number> => {
  const collection = slugsOf(req.payload).users
  return (await req.payload.db.count({ collection, where, req })).totalDocs
}

const appoint = async (payload: BasePayload, email: string): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const [user] = await readUsers(req, { email: { equals: email } })
    if (!user)
      return payload.logger.warn(`payload-channel: admins: nobody has the e-mail ${email}.`)
    if (user.roles?.includes('admin')) return undefined
    const data = userData(payload, { roles: [...(user.roles ?? []), 'admin'] })
    await payload.update({ collection: slugsOf(payload).users, id: user.id, data, depth: 0, req })
    return payload.logger.info(`payload-channel: ${email} is an administrator of the channel now.`)
  })
}
