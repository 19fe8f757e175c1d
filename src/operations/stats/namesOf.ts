import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import type { SlugKey } from '../../slugs'

type Named = { id: string; name: string }

/**
 * The documents of some IDs by their names, in the order of the names. Read as the system: whose
 * figures a caller may see, its name that caller may know.
 */
export const namesOf = async (
  req: PayloadRequest,
  key: SlugKey,
  ids: Iterable<null | number | string | undefined>,
): Promise<Named[]> => {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined)
  if (wanted.length === 0) return []
  const where = { id: { in: wanted } }
  const docs = await readRows<Named>(req, slugsOf(req.payload)[key], where)
  return docs
    .map(({ id, name }) => ({ id: String(id), name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id))
}
