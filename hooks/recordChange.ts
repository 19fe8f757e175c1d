import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  SanitizedCollectionConfig,
} from 'payload'

import { changesBetween } from '../src/domain/changes'
import { logChanges } from '../src/operations/logChanges'

/** Joined lists are other documents' changes. */
const joinsOf = (collection: SanitizedCollectionConfig): string[] =>
  collection.flattenedFields.flatMap((field) => (field.type === 'join' ? [field.name] : []))

/** Logs every write of a collection; attached by the plugin. A write without a difference leaves no entry. */
export const recordChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'create' ? null : previousDoc
  const changes = changesBetween(before, doc, joinsOf(collection))
  if (operation === 'create' || Object.keys(changes).length > 0)
    await logChanges(req, [
      { subject: collection.slug, documentId: doc.id, action: operation, changes },
    ])
  return doc
}

export const recordDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const changes = changesBetween(doc, null, joinsOf(collection))
  await logChanges(req, [
    { subject: collection.slug, documentId: doc.id, action: 'delete', changes },
  ])
}
