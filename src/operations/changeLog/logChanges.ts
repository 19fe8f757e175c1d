import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import { changesBetween } from '../../domain/records/changes'
import { hashEntry, type ChangeEntry } from '../../domain/records/hashChain'
import { actorOf } from '../records/actorOf'
import { appendEntries } from './appendEntries'
import { lastEntries, lastEntry } from './lastEntry'
import type { Change } from './lastEntry'

/** The entry of a document that was just written. */
export const creationOf = (
  subject: string,
  row: Record<string, unknown> & { id: number | string },
): Change => ({
  subject,
  documentId: row.id,
  action: 'create',
  changes: changesBetween(null, row),
})

/**
 * Appends to the change log, in the request's transaction: who, when, from where, what. Each entry
 * is chained to the one before it on the same document; two at once on one document collide on a
 * unique index, so that a chain never forks.
 */
export const logChanges = async (
  req: PayloadRequest,
  changes: Change[],
  now = new Date(),
): Promise<void> => {
  const rows = await changeRows(req, changes, now)
  if (!hasTransactions(req.payload)) await appendEntries(req, rows)
  else await insertRows(req, slugsOf(req.payload).changeLogs, rows)
}

/** The entries that `logChanges` writes, for a caller that writes them together with their cause. */
export const changeRows = async (
  req: PayloadRequest,
  changes: Change[],
  now: Date,
): Promise<NewRow[]> => {
  const actor = actorOf(req)
  const rows: NewRow[] = []
  const known = changes.length > 1 ? await lastEntries(req, changes) : null
  for (const { subject, documentId, action, changes: fields } of changes) {
    const last = known
      ? known.get(`${subject}:${documentId}`)
      : await lastEntry(req, subject, String(documentId), action)
    const entry: ChangeEntry = {
      at: now.toISOString(),
      action,
      subject,
      documentId: String(documentId),
      sequence: (last?.sequence ?? 0) + 1,
      ...actor,
      changes: fields,
      previousHash: last?.hash ?? null,
    }
    rows.push({ id: newId(req.payload), ...entry, hash: hashEntry(entry) })
  }
  return rows
}
