import { idOf, type Id } from '../../domain/idOf'
import type { SlugKey } from '../../slugs'
import { present, read, type Audit, type Doc, type Inspect, type Remark } from '../audit'

type Link = {
  to: SlugKey
  /** Whether a document must have the link; those without it may be as they are. */
  required?: (doc: Doc) => boolean
}

/** Every link of a document leads to a document that is there. */
export const linksLead =
  (links: Record<string, Link>): Inspect =>
  async (audit, docs) => {
    const remarks: Remark[] = []
    for (const [field, link] of Object.entries(links))
      remarks.push(...(await oneLink(audit, docs, field, link)))
    return remarks
  }

const oneLink = async (audit: Audit, docs: Doc[], field: string, { required, to }: Link) => {
  const targetOf = (doc: Doc): Id | null => idOf(doc[field] as Id | null)
  const wanted = present(docs.map(targetOf))
  const found = wanted.length === 0 ? [] : await read(audit, to, { id: { in: wanted } })
  const known = new Set(found.map(({ id }) => String(id)))
  return docs.flatMap((doc): Remark[] => {
    const target = targetOf(doc)
    if (target === null)
      return required?.(doc) ? [{ id: doc.id, message: `${field} is missing.` }] : []
    const leads = known.has(String(target))
    return leads ? [] : [{ id: doc.id, message: `${field} ${target} is not there.` }]
  })
}
