import type { CollectionSlug, PayloadRequest } from 'payload'

import { ChannelError } from '../../domain/errors'

type Version = { id: number | string; revision?: null | number }

/**
 * Takes the next revision of a document by compare-and-set; whoever writes the document at the same
 * moment waits for this transaction or is refused.
 * @returns the new revision
 * @throws EDIT_CONFLICT when the document is no longer the version that was read
 */
export const claimRevisionOf = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  { id, revision: last }: Version,
): Promise<number> => {
  const revision = (last ?? 0) + 1
  const claimed = await req.payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { revision: { equals: last ?? 0 } }] },
    data: { revision },
    options: { atomic: true },
    req,
  })
  if (!claimed) throw new ChannelError('EDIT_CONFLICT')
  return revision
}
