import type { CollectionAfterChangeHook } from 'payload'

import { issueOnEntry } from '../../src/operations/orders/issueOnEntry'

/** An order that the system moved to `in_progress` gets its licenses in the same transaction. */
export const applyTransition: CollectionAfterChangeHook = async ({
  data,
  doc,
  previousDoc,
  req,
}) => {
  if (data.state === 'in_progress' && previousDoc?.state !== 'in_progress')
    await issueOnEntry(req, { ...previousDoc, ...data, id: doc.id })
  return doc
}
