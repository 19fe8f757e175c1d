import type { Where } from 'payload'

import { ChannelError } from '../../domain/errors'
import type { Deployment } from '../../payload-types'

/** The revision that the caller has seen, where it said so. */
export type Seen = { seen?: number }

/** @throws EDIT_CONFLICT with what it is now where the caller has seen another revision */
export const requireSeenDeployment = (deployment: Deployment, seen: number | undefined): void => {
  const { environment, revision, scheduledAt, state } = deployment
  if (seen !== undefined && seen !== (revision ?? 0))
    throw new ChannelError('EDIT_CONFLICT', {
      path: 'revision',
      details: { revision: revision ?? 0, state, environment, scheduledAt },
    })
}

/** Of a write that holds only for what was seen. */
export const sameRevision = (seen: number | undefined): Where[] =>
  seen === undefined ? [] : [{ revision: { equals: seen } }]
