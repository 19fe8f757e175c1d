import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  SanitizedCollectionConfig,
} from 'payload'

import { readRow } from '../../src/database/readRows'
import { takeWritten } from '../../src/database/documents/writtenDocument'
import { changesBetween } from '../../src/domain/records/changes'
import { logChanges } from '../../src/operations/changeLog/logChanges'
import { takeToldChanges } from '../../src/operations/changeLog/toldChanges'
import { deletedDoc } from './rememberDeleted'

type Doc = Record<string, unknown>

/** Joined lists are other documents' changes. */
const joinsOf = (collection: SanitizedCollectionConfig): string[] =>
  collection.flattenedFields.flatMap((field) => (field.type === 'join' ? [field.name] : []))

/**
 * Logs every write of a collection; attached by the plugin. A write without a difference leaves no
 * entry. Reads the document as stored: `doc` lacks what the caller may not see or did not select.
 */
export const recordChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'create' ? null : previousDoc
  const after =
    takeWritten(req, collection.slug, doc.id) ??
    (await readRow<Doc>(req, collection.slug, { id: { equals: doc.id } }))
  const changes = {
    ...changesBetween(before, after ?? doc, joinsOf(collection)),
    ...takeToldChanges(req, collection.slug, doc.id),
  }
  if (operation === 'create' || Object.keys(changes).length > 0)
    await logChanges(req, [
      { subject: collection.slug, documentId: doc.id, action: operation, changes },
    ])
  return doc
}

export const recordDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const changes = changesBetween(deletedDoc(req, collection, id) ?? doc, null, joinsOf(collection))
  await logChanges(req, [{ subject: collection.slug, documentId: id, action: 'delete', changes }])
}
