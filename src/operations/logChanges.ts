import type { PayloadRequest } from 'payload'

import { slugsOf } from '../channel'
import { insertRows, type NewRow } from '../database/insertRows'
import { newId } from '../database/newId'
import { readRows } from '../database/readRows'
import { changesBetween } from '../domain/changes'
import { hashEntry, type ChangeEntry, type Changes } from '../domain/hashChain'

export type Change = {
  /** The collection's slug. */
  subject: string
  documentId: number | string
  /** `create`, `update`, `delete`, or the name of a business action such as `approve`. */
  action: string
  changes: Changes
}

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
  await insertRows(req, slugsOf(req.payload).changeLogs, await changeRows(req, changes, now))
}

/** The entries that `logChanges` writes, for a caller that writes them together with their cause. */
export const changeRows = async (
  req: PayloadRequest,
  changes: Change[],
  now: Date,
): Promise<NewRow[]> => {
  const actor = actorOf(req)
  const rows: NewRow[] = []
  for (const { subject, documentId, action, changes: fields } of changes) {
    const last = await lastEntry(req, subject, String(documentId), action)
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

const lastEntry = async (
  req: PayloadRequest,
  subject: string,
  documentId: string,
  action: string,
): Promise<{ sequence: number; hash: string } | undefined> => {
  // IDs that are random or a UUID are never used twice: a new document has no entries yet.
  if (action === 'create' && req.payload.db.defaultIDType === 'text') return undefined
  const [last] = await readRows<{ sequence: number; hash: string }>(
    req,
    slugsOf(req.payload).changeLogs,
    { subject: { equals: subject }, documentId: { equals: documentId } },
    { sort: '-sequence', limit: 1 },
  )
  return last
}

const actorOf = ({ user, headers }: PayloadRequest) => ({
  actorId: user ? String(user.id) : null,
  actorName: user ? (user.email ?? user.username ?? null) : null,
  ip: clip(headers?.get('x-forwarded-for')?.split(',')[0]?.trim(), 64),
  userAgent: clip(headers?.get('user-agent'), 300),
})

const clip = (value: null | string | undefined, length: number): string | null =>
  value ? value.slice(0, length) : null
