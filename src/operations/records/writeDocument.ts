import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import type { SlugKey } from '../../slugs'
import { requireDocument, type Document } from './requireDocument'

type Data = Record<string, unknown>

/** Who writes is the caller: grants, hooks and validation are those of every other interface. */
const asCaller = (req: PayloadRequest) => ({
  depth: 0,
  joins: false as never,
  overrideAccess: false,
  user: req.user,
  req,
})

/**
 * Makes a document as the caller.
 * @throws FORBIDDEN, also for a field that the caller may not set; INVALID_INPUT, DUPLICATE naming it
 */
export const createDocument = async (
  req: PayloadRequest,
  key: SlugKey,
  data: Data,
): Promise<Document> => {
  await refuseUnwritable(req, key, data, 'create')
  const collection = slugsOf(req.payload)[key]
  return (await req.payload.create({
    collection,
    data: data as never,
    ...asCaller(req),
  })) as unknown as Document
}

/**
 * Changes the fields of a document that `data` has, as the caller.
 * @throws NOT_FOUND where the caller may not know of it, FORBIDDEN, INVALID_INPUT, DUPLICATE
 */
export const updateDocument = async (
  req: PayloadRequest,
  key: SlugKey,
  id: string,
  data: Data,
): Promise<Document> => {
  const found = await requireDocument(req, key, id)
  await refuseUnwritable(req, key, data, 'update')
  const collection = slugsOf(req.payload)[key]
  const updated = await req.payload.update({
    collection,
    id: found.id,
    data: data,
    ...asCaller(req),
  })
  return updated as unknown as Document
}

/** Deletes a document as the caller. @throws NOT_FOUND, FORBIDDEN, and what its collection refuses */
export const deleteDocument = async (
  req: PayloadRequest,
  key: SlugKey,
  id: string,
): Promise<Document> => {
  const found = await requireDocument(req, key, id)
  const collection = slugsOf(req.payload)[key]
  await req.payload.delete({ collection, id: found.id, ...asCaller(req) })
  return found as unknown as Document
}

/** Payload leaves out what the caller may not set without a word; a client must be told. */
const refuseUnwritable = async (
  req: PayloadRequest,
  key: SlugKey,
  data: Data,
  operation: 'create' | 'update',
): Promise<void> => {
  const { config } = req.payload.collections[slugsOf(req.payload)[key]]
  for (const field of config.flattenedFields) {
    if (data[field.name] === undefined || !('access' in field)) continue
    const may = field.access?.[operation]
    if (may && !(await may({ req, data })))
      throw new ChannelError('FORBIDDEN', { path: field.name })
  }
}
