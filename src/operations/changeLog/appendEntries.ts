import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { readRow } from '../../database/readRows'
import { hashEntry, type ChangeEntry } from '../../domain/records/hashChain'
import { lastEntry } from './lastEntry'

/**
 * Appends entries to the change log where no transaction would be run again when two writers want
 * the same place in a document's chain: the one that comes later takes the next. An entry that is
 * there already, known by its ID, is not written again.
 */
export const appendEntries = async (req: PayloadRequest, rows: NewRow[]): Promise<void> => {
  try {
    await insertRows(req, slugsOf(req.payload).changeLogs, rows)
  } catch {
    for (const row of rows) await appendEntry(req, row as NewEntry)
  }
}

type NewEntry = ChangeEntry & { id: string; hash: string }

const appendEntry = async (req: PayloadRequest, { hash: _, id, ...entry }: NewEntry) => {
  const { changeLogs } = slugsOf(req.payload)
  const { documentId, subject } = entry
  for (;;) {
    if (await readRow(req, changeLogs, { id: { equals: id } })) return
    const last = await lastEntry(req, subject, documentId, '')
    const sequence = (last?.sequence ?? 0) + 1
    const next: ChangeEntry = { ...entry, sequence, previousHash: last?.hash ?? null }
    try {
      await insertRows(req, changeLogs, [{ id, ...next, hash: hashEntry(next) }])
      return
    } catch (error) {
      const taken = await lastEntry(req, subject, documentId, '')
      if ((taken?.sequence ?? 0) < sequence) throw error
    }
  }
}
