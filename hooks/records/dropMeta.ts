import type { CollectionBeforeOperationHook } from 'payload'

import { tidyData } from '../../access/tidyData'
import { metaFields } from '../../src/domain/records/metaFields'

type Args = { data?: unknown; overrideAccess?: boolean }

/**
 * What Payload keeps of a document beside its fields is no client's to set, staff or not. It is left
 * out rather than refused: what was read, and what a form holds, can be sent back.
 */
export const dropMeta: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const { data, overrideAccess } = args as Args
  if (overrideAccess === true || !['create', 'update'].includes(operation)) return
  if (typeof data !== 'object' || data === null) return
  const ofHost = [
    ...(collection.trash ? ['deletedAt'] : []),
    ...(collection.versions?.drafts ? ['_status'] : []),
  ]
  const meta = [...metaFields, 'deletedAt', '_status'].filter((name) => !ofHost.includes(name))
  const rest = Object.entries(data).filter(([name]) => !meta.includes(name))
  return { ...args, data: tidyData(collection.flattenedFields, Object.fromEntries(rest)) }
}
