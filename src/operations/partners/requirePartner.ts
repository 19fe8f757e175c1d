import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { channelOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { reachOf } from '../../domain/access/reach'
import type { Partner } from '../../payload-types'

/**
 * The active partner that the caller works for, where its role may see partners at all.
 * @throws UNAUTHENTICATED without a user; FORBIDDEN for users of no partner, or of an inactive one
 */
export const requirePartner = async (req: PayloadRequest): Promise<Partner> => {
  const caller = callerOf(req)
  if (!caller) throw new ChannelError('UNAUTHENTICATED')
  const { grants, options } = channelOf(req.payload)
  const id = caller.links.partner
  if (id === undefined || !reachOf(grants, caller, 'partners', 'read'))
    throw new ChannelError('FORBIDDEN')
  const partner = await readRow<Partner>(req, options.slugs.partners, { id: { equals: id } })
  if (partner?.status !== 'ACTIVE') throw new ChannelError('FORBIDDEN')
  return partner
}
