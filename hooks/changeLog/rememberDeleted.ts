import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { readRow } from '../../src/database/readRows'

type Doc = Record<string, unknown>

const keyOf = (slug: string, id: number | string) => `deleted:${slug}:${id}`

/**
 * Keeps what is about to be deleted: the hooks after it get only what the caller may see and has
 * selected.
 */
export const rememberDeleted: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const where = { id: { equals: id } }
  req.context[keyOf(collection.slug, id)] = await readRow<Doc>(req, collection.slug, where)
}

export const deletedDoc = (
  req: Pick<PayloadRequest, 'context'>,
  { slug }: { slug: string },
  id: number | string,
): Doc | null => (req.context[keyOf(slug, id)] as Doc | undefined) ?? null
