import type { Where } from 'payload'

import { readRows } from '../database/readRows'
import type { SlugKey } from '../slugs'
import type { Audit, Doc } from './audit'

const PAGE = 500

/** All documents of a collection in pages, by ID: memory holds a page, however many there are. */
export async function* pagesOf(audit: Audit, of: SlugKey, size = PAGE): AsyncGenerator<Doc[]> {
  let after: Doc | undefined
  do {
    const where: Where = after ? { id: { greater_than: after.id } } : {}
    const options = { limit: size, sort: 'id' }
    const page = await readRows<Doc>(audit.req, audit.slugs[of], where, options)
    if (page.length > 0) yield page
    after = page.length === size ? page.at(-1) : undefined
  } while (after)
}
