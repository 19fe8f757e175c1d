import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { insertRows, insertTogether, type Batch, type WrittenRow } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { changeRows, creationOf } from './logChanges'

/**
 * Writes new documents in bulk, each with its entry in the change log, all or nothing.
 * @param along what else is written with them, e.g. rows that refer to them
 */
export const createLogged = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  now: Date,
  along: (written: WrittenRow[]) => Batch[] = () => [],
): Promise<WrittenRow[]> => {
  const entriesOf = (written: WrittenRow[]) =>
    changeRows(
      req,
      written.map((row) => creationOf(slug, row)),
      now,
    )
  const { changeLogs } = slugsOf(req.payload)
  if (rows.every(hasId)) {
    const batches = [
      { slug, rows },
      { slug: changeLogs, rows: await entriesOf(rows) },
      ...along(rows),
    ]
    await insertTogether(req, batches)
    return rows
  }
  return inTransaction(req, async () => {
    const written = await insertRows(req, slug, rows)
    await insertRows(req, changeLogs, await entriesOf(written))
    for (const batch of along(written)) await insertRows(req, batch.slug, batch.rows)
    return written
  })
}

const hasId = (row: NewRow): row is WrittenRow => row.id !== undefined
