import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { readRows } from '../readRows'

type Doc = Record<string, unknown> & { id: number | string }

/**
 * `readLinkedRows` where there are no joins: each linked collection is read once, by the conditions
 * on it, then the documents that link there. `null` when one condition is about several collections.
 */
export const readLinkedDocuments = async <T extends object>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  links: Record<string, CollectionSlug>,
  sort: string,
): Promise<null | T[]> => {
  const parts = partsOf(where, Object.keys(links))
  if (!parts) return null
  const own: Where[] = [...(parts.get('') ?? [])]
  const linked = new Map<string, Map<string, Doc>>()
  for (const [field, slug] of Object.entries(links)) {
    const conditions = parts.get(field)
    if (!conditions) continue
    const docs = await readRows<Doc>(req, slug, { and: conditions })
    linked.set(field, byId(docs))
    own.push({ [field]: { in: docs.map(({ id }) => id) } })
  }
  const docs = await readRows<Doc>(req, collection, { and: own })
  for (const [field, slug] of Object.entries(links))
    if (!linked.has(field)) {
      const ids = [...new Set(docs.map((doc) => doc[field]))].filter((id) => id !== null)
      linked.set(field, byId(await readRows<Doc>(req, slug, { id: { in: ids } })))
    }
  const whole = docs.flatMap((doc) => withLinked(doc, linked) ?? [])
  return sorted(whole, sort) as unknown as T[]
}

const byId = (docs: Doc[]): Map<string, Doc> => new Map(docs.map((doc) => [String(doc.id), doc]))

const withLinked = (doc: Doc, linked: Map<string, Map<string, Doc>>): Doc | null => {
  const whole = { ...doc }
  for (const [field, docs] of linked) {
    const target = docs.get(String(doc[field]))
    if (!target) return null
    whole[field] = target
  }
  return whole
}

/** The conditions by the link that they are about, without its name; `''` for the collection’s own. */
const partsOf = (where: Where, links: string[]): Map<string, Where[]> | null => {
  const parts = new Map<string, Where[]>()
  const { and, ...rest } = where
  const conditions = [...(and ?? []), ...Object.entries(rest).map(([key, one]) => ({ [key]: one }))]
  for (const condition of conditions as Where[]) {
    const fields = new Set(pathsOf(condition).map((path) => linkOf(path, links)))
    if (fields.size > 1) return null
    const field = [...fields][0] ?? ''
    parts.set(field, [...(parts.get(field) ?? []), withoutLink(condition, field)])
  }
  return parts
}

const linkOf = (path: string, links: string[]): string =>
  links.find((link) => path.startsWith(`${link}.`)) ?? ''

const isGroup = (key: string): key is 'and' | 'or' => key === 'and' || key === 'or'

const pathsOf = (where: Where): string[] =>
  Object.entries(where).flatMap(([key, value]) =>
    isGroup(key) ? (value as Where[]).flatMap(pathsOf) : [key],
  )

const withoutLink = (where: Where, link: string): Where =>
  link === ''
    ? where
    : Object.fromEntries(
        Object.entries(where).map(([key, value]) =>
          isGroup(key)
            ? [key, (value as Where[]).map((one) => withoutLink(one, link))]
            : [key.slice(link.length + 1), value],
        ),
      )

const sorted = (docs: Doc[], sort: string): Doc[] => {
  const sign = sort.startsWith('-') ? -1 : 1
  const path = sort.replace(/^-/, '').split('.')
  const keyOf = (doc: Doc): string =>
    String(path.reduce<unknown>((value, key) => (value as Doc | undefined)?.[key], doc) ?? '')
  return docs.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)]
    return sign * (a < b ? -1 : a > b ? 1 : 0)
  })
}
