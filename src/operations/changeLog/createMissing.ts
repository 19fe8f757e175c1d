import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertAbsent } from '../../database/insertAbsent'
import { insertRows, type Batch, type WrittenRow } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { readRows } from '../../database/readRows'
import { changeRows, creationOf } from './logChanges'

/** Rows that refer to others, and the unique text field by which one that is there is known. */
export type KeyedBatch = Batch & { key: string }

/** How many documents are asked about at a time. */
const BATCH = 1_000

/**
 * `createLogged` for a database that can't make writes happen together: step by step, each of which
 * leaves out what is there. Whoever repeats it, at the same moment or after a crash, completes it.
 * @param key a unique text field of the documents
 * @returns the documents of these keys as they are stored, whoever wrote them
 */
export const createMissing = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  rows: NewRow[],
  key: string,
  now: Date,
  along: (written: WrittenRow[]) => KeyedBatch[] = () => [],
): Promise<WrittenRow[]> => {
  const stored: WrittenRow[] = []
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH)
    await insertAbsent(req, slug, part, key)
    const keys = part.map((row) => row[key])
    const written = await readRows<WrittenRow>(req, slug, { [key]: { in: keys } })
    await logMissing(req, slug, written, now)
    for (const batch of along(written)) await insertAbsent(req, batch.slug, batch.rows, batch.key)
    stored.push(...written)
  }
  return stored
}

/** Two at once collide on the place in a document’s chain; the one that comes later finds it done. */
const logMissing = async (
  req: PayloadRequest,
  subject: CollectionSlug,
  written: WrittenRow[],
  now: Date,
): Promise<void> => {
  const { changeLogs } = slugsOf(req.payload)
  const unlogged = async () => {
    const ids = written.map(({ id }) => String(id))
    const where = { subject: { equals: subject }, documentId: { in: ids } }
    const entries = await readRows<{ documentId: string }>(req, changeLogs, where)
    const known = new Set(entries.map(({ documentId }) => documentId))
    return written.filter(({ id }) => !known.has(String(id)))
  }
  let missing = await unlogged()
  while (missing.length > 0) {
    const changes = missing.map((row) => creationOf(subject, row))
    try {
      await insertRows(req, changeLogs, await changeRows(req, changes, now))
      return
    } catch (error) {
      const left = await unlogged()
      if (left.length === missing.length) throw error
      missing = left
    }
  }
}
