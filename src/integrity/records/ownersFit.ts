import { idOf, type Id } from '../../domain/idOf'
import { present, read, type Doc, type Inspect, type Remark } from '../audit'
import { readEntries, type Entry } from '../changeLog/entriesOf'

/** What documents of a license repeat of it, so that its owners may read them. */
const owners = ['customer', 'partner'] as const

const link = (value: unknown): string => String(idOf(value as Id | null))

/**
 * A document of a license belongs to whom the license belongs to, or belonged to: whoever bought
 * keeps what was bought then.
 */
export const ownersFit: Inspect = async (audit, docs) => {
  const ids = present(docs.map(({ license }) => idOf(license as Id | null)))
  const found = await read(audit, 'licenses', { id: { in: ids } })
  const licenses = new Map(found.map((license) => [String(license.id), license]))
  const suspects = docs.flatMap((doc) => {
    const license = licenses.get(link(doc.license))
    if (!license) return []
    return owners
      .filter((owner) => link(doc[owner]) !== link(license[owner]))
      .map((owner) => ({ doc, license, owner }))
  })
  if (suspects.length === 0) return []
  const entries = await readEntries(audit, 'licenses', [
    ...new Set(suspects.map(({ license }) => String(license.id))),
  ])
  return suspects
    .filter(({ doc, license, owner }) => {
      const before = entries.get(String(license.id)) ?? []
      return !before.some((entry) => says(entry, owner, link(doc[owner])))
    })
    .map(({ doc, license, owner }): Remark => remarkOn(doc, license, owner))
}

const says = ({ action, changes }: Entry, owner: string, id: string): boolean => {
  const change = action === 'create' ? undefined : changes?.[owner]
  return change !== undefined && [link(change.from), link(change.to)].includes(id)
}

const remarkOn = (doc: Doc, license: Doc, owner: string): Remark => ({
  id: doc.id,
  message: `${owner} is ${link(doc[owner])}, the license's ${link(license[owner])}.`,
})
