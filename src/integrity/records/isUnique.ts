import type { SlugKey } from '../../slugs'
import { groupBy, present, read, type Inspect } from '../audit'

/** No value of the field stands in two documents, whatever index there is or was. */
export const isUnique =
  (of: SlugKey, field: string): Inspect =>
  async (audit, docs) => {
    const values = present(docs.map((doc) => doc[field]))
    if (values.length === 0) return []
    const holders = groupBy(await read(audit, of, { [field]: { in: values } }), (doc) =>
      String(doc[field]),
    )
    return docs.flatMap(({ id, [field]: value }) => {
      const [first] = (holders.get(String(value)) ?? []).map((doc) => String(doc.id)).sort()
      if (first === undefined || first === String(id)) return []
      return [{ id, message: `${field} ${String(value)} is that of ${first} as well.` }]
    })
  }
