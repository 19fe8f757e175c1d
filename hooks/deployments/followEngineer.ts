import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '../../src/domain/idOf'
import { followAssignmentOf } from '../../src/operations/deployments/followDeployment'

/** A deployment that is new, or has another engineer: whom it concerns may read its license and is told. */
export const followEngineer: CollectionAfterChangeHook = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = idOf(previousDoc?.engineer)
  const isNew = operation === 'create' && data.state === 'scheduled'
  const isMoved =
    operation === 'update' && data.engineer !== undefined && idOf(data.engineer) !== before
  if (isNew || isMoved) await followAssignmentOf(req, doc.id, before, new Date())
  return doc
}
