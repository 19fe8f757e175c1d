import type { PayloadRequest } from 'payload'

import { callerOf } from '../../access/callerOf'
import { channelOf } from '../channel'
import { ChannelError } from '../domain/errors'
import type { Action } from '../domain/grants'
import { idOf } from '../domain/idOf'
import { reachOf } from '../domain/reach'
import type { Deployment } from '../payload-types'
import { requireDocument } from './requireDocument'

/**
 * A deployment that the caller may do something with, as the caller may see it.
 * @throws UNAUTHENTICATED; NOT_FOUND also where the caller may not know of it; FORBIDDEN where it
 * may be seen, but not this be done with it
 */
export const requireDeployment = async (
  req: PayloadRequest,
  id: string,
  action: Action,
): Promise<Deployment> => {
  const caller = callerOf(req)
  if (!caller) throw new ChannelError('UNAUTHENTICATED')
  const deployment = (await requireDocument(req, 'deployments', id)) as unknown as Deployment
  const { grants } = channelOf(req.payload)
  const reach = reachOf(grants, caller, 'deployments', action)
  const allowed =
    typeof reach === 'boolean'
      ? reach
      : reach.some(({ path, equals }) => idOf(deployment[path as 'engineer']) === equals)
  if (!allowed) throw new ChannelError('FORBIDDEN')
  return deployment
}
