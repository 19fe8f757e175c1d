import type { CollectionSlug, PayloadRequest } from 'payload'

import type { NewRow } from '../newRow'
import { storedDocument, type MakeId } from './storedDocument'

type Model = {
  base: { Types: { ObjectId: MakeId } }
  collection: { insertMany: (documents: object[], options: object) => Promise<unknown> }
}
type DocumentAdapter = {
  collections?: Record<string, Model | undefined>
  sessions: Record<string, object | undefined>
}

/**
 * The same where documents are no plain rows: in bulk on MongoDB, else one by one. By the driver
 * itself there: Mongoose takes several times as long for a document as the database.
 * @param options `ordered: false` writes what follows a row that is refused, too
 */
export const insertDocuments = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  { ordered = true } = {},
): Promise<(number | string)[]> => {
  const adapter = req.payload.db as unknown as DocumentAdapter
  const model = adapter.collections?.[slug]
  if (!model) return insertOneByOne(req, slug, rows)
  const session = req.transactionID ? adapter.sessions[String(await req.transactionID)] : undefined
  const { flattenedFields } = req.payload.collections[slug].config
  const { ObjectId } = model.base.Types
  const documents = rows.map((row) => storedDocument(ObjectId, flattenedFields, row))
  await model.collection.insertMany(documents, { session, ordered })
  return documents.map(({ _id }) => String(_id))
}

const insertOneByOne = async (req: PayloadRequest, collection: CollectionSlug, rows: NewRow[]) => {
  const ids: (number | string)[] = []
  for (const data of rows) {
    const { id } = await req.payload.db.create({ collection, data, req })
    ids.push(id as number | string)
  }
  return ids
}
