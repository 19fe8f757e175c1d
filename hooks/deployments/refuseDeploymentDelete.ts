import type { CollectionBeforeDeleteHook } from 'payload'

import { requireNotStarted } from '../../src/operations/deployments/requireNotStarted'

/** What an engineer has begun is history: it is cancelled, not deleted. */
export const refuseDeploymentDelete: CollectionBeforeDeleteHook = ({ id, req }) =>
  requireNotStarted(req, id)
