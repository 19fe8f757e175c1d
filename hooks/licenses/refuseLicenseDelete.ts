import type { CollectionBeforeDeleteHook } from 'payload'

import { requireNoHistory } from '../../src/operations/licenses/requireNoHistory'

/** A license with history is terminated, not deleted. */
export const refuseLicenseDelete: CollectionBeforeDeleteHook = ({ id, req }) =>
  requireNoHistory(req, id)
