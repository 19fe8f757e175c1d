import type { PayloadRequest, Where } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { ChannelError } from '../domain/errors'
import type { Action } from '../domain/grants'
import { idOf } from '../domain/idOf'
import { licenseIdPattern } from '../domain/numbers'
import { reachOf } from '../domain/reach'
import type { License } from '../payload-types'

/**
 * A license that the caller may do something with, as the caller may see it.
 * @param id the document's ID or the license ID, such as ENT-202611-000042
 * @throws UNAUTHENTICATED; NOT_FOUND also where the caller may not know of it; FORBIDDEN where it
 * may be seen, but not this be done with it
 */
export const requireLicense = async (
  req: PayloadRequest,
  id: number | string,
  action: Action,
): Promise<License> => {
  const caller = callerOf(req)
  if (!caller) throw new ChannelError('UNAUTHENTICATED')
  const { grants, options } = channelOf(req.payload)
  const { docs } = await req.payload.find({
    collection: options.slugs.licenses,
    where: licenseNamed(id),
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    // A role without any grant on licenses may not know of this one either.
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const license = docs[0]
  if (!license) throw new ChannelError('NOT_FOUND')
  const reach = reachOf(grants, caller, 'licenses', action)
  const allowed =
    typeof reach === 'boolean'
      ? reach
      : reach.some(({ path, equals }) => idOf(license[path as 'partner']) === equals)
  if (!allowed) throw new ChannelError('FORBIDDEN')
  return license
}

/** No document ID looks like a license ID: neither numbers, nor UUIDs, nor ObjectIds. */
export const licenseNamed = (id: number | string): Where => ({
  [licenseIdPattern.test(String(id)) ? 'licenseId' : 'id']: { equals: id },
})
