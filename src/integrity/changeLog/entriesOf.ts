import type { Changes } from '../../domain/records/hashChain'
import type { ChangeLog } from '../../payload-types'
import type { SlugKey } from '../../slugs'
import { groupBy, read, type Audit, type Doc } from '../audit'

export type Entry = Omit<ChangeLog, 'changes'> & { changes?: Changes | null }

/** The checks of a page ask for the same entries. */
const known = new WeakMap<Doc[], Promise<Map<string, Entry[]>>>()

/** The log of a page's documents, by ID as text, in its order. */
export const entriesOf = (
  audit: Audit,
  of: SlugKey,
  docs: Doc[],
): Promise<Map<string, Entry[]>> => {
  const before = known.get(docs)
  if (before) return before
  const reading = readEntries(
    audit,
    of,
    docs.map(({ id }) => String(id)),
  )
  known.set(docs, reading)
  return reading
}

export const readEntries = async (
  audit: Audit,
  of: SlugKey,
  ids: string[],
): Promise<Map<string, Entry[]>> => {
  const where = { subject: { equals: audit.slugs[of] }, documentId: { in: ids } }
  const entries = (await read(audit, 'changeLogs', where)) as unknown as Entry[]
  entries.sort((a, b) => a.sequence - b.sequence)
  return groupBy(entries, ({ documentId }) => documentId)
}
