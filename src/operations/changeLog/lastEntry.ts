import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'

import { type Changes } from '../../domain/records/hashChain'

/** The end of a document’s chain in the log. */
export type LastEntry = { sequence: number; hash: string }

/** The same for many documents, by subject and ID, with one query for each subject. */
export const lastEntries = async (
  req: PayloadRequest,
  changes: Change[],
): Promise<Map<string, LastEntry>> => {
  const last = new Map<string, LastEntry>()
  const known = changes.filter(({ action }) => !isFirst(req, action))
  for (const subject of new Set(known.map((change) => change.subject))) {
    const own = known.filter((change) => change.subject === subject)
    const documentId = { in: own.map((change) => String(change.documentId)) }
    const where = { subject: { equals: subject }, documentId }
    const entries = await readRows<LastEntry & { documentId: string }>(
      req,
      slugsOf(req.payload).changeLogs,
      where,
    )
    for (const entry of entries) {
      const key = `${subject}:${entry.documentId}`
      if ((last.get(key)?.sequence ?? 0) < entry.sequence) last.set(key, entry)
    }
  }
  return last
}

/** IDs that are random or a UUID are never used twice: a new document has no entries yet. */
const isFirst = ({ payload }: PayloadRequest, action: string): boolean =>
  action === 'create' && payload.db.defaultIDType === 'text'

export const lastEntry = async (
  req: PayloadRequest,
  subject: string,
  documentId: string,
  action: string,
): Promise<LastEntry | undefined> => {
  if (isFirst(req, action)) return undefined
  const [last] = await readRows<LastEntry>(
    req,
    slugsOf(req.payload).changeLogs,
    { subject: { equals: subject }, documentId: { equals: documentId } },
    { sort: '-sequence', limit: 1 },
  )
  return last
}

export type Change = {
  /** The collection's slug. */
  subject: string
  documentId: number | string
  /** `create`, `update`, `delete`, or the name of a business action such as `approve`. */
  action: string
  changes: Changes
}
