import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { readRows } from '../../database/readRows'

const ROWS_PER_PAGE = 1_000

/**
 * The documents that meet a condition, page by page in the order of a unique text field, read as the
 * system. What is added or taken away meanwhile shifts no page.
 * @param after where to go on: the field's value in the last document that was worked off
 */
export async function* pagesOfRows<T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  by: keyof T & string,
  after: null | string = null,
): AsyncGenerator<T[], void> {
  for (let last = after ?? ''; ;) {
    const page = await readRows<T>(
      req,
      collection,
      { and: [where, { [by]: { greater_than: last } }] },
      { sort: by, limit: ROWS_PER_PAGE },
    )
    if (page.length === 0) return
    yield page
    if (page.length < ROWS_PER_PAGE) return
    last = String(page.at(-1)?.[by])
  }
}
