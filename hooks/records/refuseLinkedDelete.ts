import type { CollectionBeforeDeleteHook } from 'payload'

import { requireUnlinked } from '../../src/operations/records/requireUnlinked'
import type { SlugKey } from '../../src/slugs'

/** What licenses and orders refer to stays: it is made inactive, not deleted. */
export const refuseLinkedDelete =
  (key: SlugKey): CollectionBeforeDeleteHook =>
  ({ id, req }) =>
    requireUnlinked(req, key, id)
