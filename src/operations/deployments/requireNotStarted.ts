import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { Deployment } from '../../payload-types'

/** @throws DEPLOYMENT_STATE_CONFLICT when a deployment has been begun at any time */
export const requireNotStarted = async (
  req: PayloadRequest,
  id: number | string,
): Promise<void> => {
  const { deployments } = slugsOf(req.payload)
  const deployment = await readRow<Deployment>(req, deployments, { id: { equals: id } })
  // One that is scheduled anew has not started, but was begun before.
  if (deployment?.startedAt || deployment?.failures)
    throw new ChannelError('DEPLOYMENT_STATE_CONFLICT', {
      message: 'A deployment that was begun is cancelled, not deleted.',
    })
}
