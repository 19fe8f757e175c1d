import type { CollectionSlug, PayloadRequest } from 'payload'

import type { NewRow } from './insertRows'

type Model = { insertMany: (rows: object[], options: object) => Promise<{ id: string }[]> }
type DocumentAdapter = {
  collections?: Record<string, Model | undefined>
  sessions: Record<string, object | undefined>
}

/** The same where documents are no plain rows: in bulk on MongoDB, else one by one. */
export const insertDocuments = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
): Promise<(number | string)[]> => {
  const adapter = req.payload.db as unknown as DocumentAdapter
  const model = adapter.collections?.[slug]
  if (!model) return insertOneByOne(req, slug, rows)
  const session = req.transactionID ? adapter.sessions[String(await req.transactionID)] : undefined
  const documents = rows.map(({ id, ...row }) => (id === undefined ? row : { ...row, _id: id }))
  const written = await model.insertMany(documents, { session, ordered: true })
  return written.map(({ id }) => String(id))
}

const insertOneByOne = async (req: PayloadRequest, collection: CollectionSlug, rows: NewRow[]) => {
  const ids: (number | string)[] = []
  for (const data of rows) {
    const { id } = await req.payload.db.create({ collection, data, req })
    ids.push(id as number | string)
  }
  return ids
}
