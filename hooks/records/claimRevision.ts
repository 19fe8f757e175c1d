import type { CollectionBeforeChangeHook } from 'payload'

import { claimRevisionOf } from '../../src/operations/records/claimRevisionOf'

/** Payload writes whole documents: what changed since this one was read must not be written back. */
export const claimRevision: CollectionBeforeChangeHook = async (args) => {
  const { collection, data, operation, originalDoc, req } = args
  const revision =
    operation === 'create' ? 0 : await claimRevisionOf(req, collection.slug, originalDoc)
  return { ...data, revision }
}
