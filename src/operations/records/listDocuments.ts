import type { PaginatedDocs, PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import type { Page } from '../../database/sql/selectPage'
import type { SlugKey } from '../../slugs'
import { listPlain } from './listPlain'
import type { Document } from './requireDocument'
import type { ListQuery } from './listPlain'

/**
 * A page of the documents that the caller may read, links as IDs, no joined lists.
 * @param fields the fields that are shown
 * @throws FORBIDDEN for a role without any grant; INVALID_INPUT for what can't be asked
 */
export const listDocuments = async (
  req: PayloadRequest,
  key: SlugKey,
  fields: string[],
  query: ListQuery,
): Promise<PaginatedDocs<Document>> => {
  const plain = await listPlain(req, key, fields, query)
  if (plain) return paginated(plain, query)
  const { limit, page, sort, where } = query
  const found = await req.payload.find({
    collection: slugsOf(req.payload)[key],
    where: where as undefined | Where,
    sort,
    limit,
    page,
    depth: 0,
    joins: false as never,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return found as unknown as PaginatedDocs<Document>
}

const paginated = (
  { docs, totalDocs }: Page<Document>,
  { limit, page }: ListQuery,
): PaginatedDocs<Document> => {
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit))
  const hasNextPage = page < totalPages
  const hasPrevPage = page > 1
  return {
    docs,
    totalDocs,
    limit,
    page,
    totalPages,
    pagingCounter: (page - 1) * limit + 1,
    hasNextPage,
    hasPrevPage,
    nextPage: hasNextPage ? page + 1 : null,
    prevPage: hasPrevPage ? page - 1 : null,
  }
}
