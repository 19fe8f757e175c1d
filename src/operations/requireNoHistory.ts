import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { readRow } from '../database/readRows'
import { ChannelError } from '../domain/errors'
import { licenseMachine } from '../domain/licenseMachine'
import type { License } from '../payload-types'

/** @throws LICENSE_HAS_HISTORY when the license came from an order or has left its first state */
export const requireNoHistory = async (req: PayloadRequest, id: number | string): Promise<void> => {
  const license = await readRow<License>(req, slugsOf(req.payload).licenses, { id: { equals: id } })
  if (license && (license.order || license.state !== licenseMachine.initial))
    throw new ChannelError('LICENSE_HAS_HISTORY')
}
