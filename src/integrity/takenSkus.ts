import { idOf } from '../domain/idOf'
import type { OrderItem } from '../payload-types'
import { present, read, type Inspect, type Remark } from './audit'
import { readEntries, type Entry } from './changeLog/entriesOf'

/** When a product came to have the SKU that it has today. */
const takenAt = (entries: Entry[], sku: string): number => {
  const took = entries.findLast(({ changes }) => changes?.sku?.to === sku)
  return took ? Date.parse(took.at) : 0
}

/**
 * A line is of the product that had its SKU when it was written. Drafts once followed the SKU: where
 * a product gave it up, they became lines of the one that took it, at its price.
 */
export const isOfItsProduct: Inspect = async (audit, docs) => {
  const items = docs as unknown as OrderItem[]
  const log = await readEntries(
    audit,
    'products',
    present(items.map(({ product }) => idOf(product))).map(String),
  )
  const suspects = items.filter(({ createdAt, product, sku }) => {
    const entries = log.get(String(idOf(product))) ?? []
    return sku && takenAt(entries, sku) > Date.parse(createdAt)
  })
  if (suspects.length === 0) return []
  const all = await read(audit, 'products', {})
  const givers = await readEntries(
    audit,
    'products',
    all.map(({ id }) => String(id)),
  )
  return suspects.flatMap(({ createdAt, id, product, productName, sku }): Remark[] => {
    const giver = [...givers].find(
      ([other, entries]) => other !== String(idOf(product)) && gaveUp(entries, sku, createdAt),
    )
    if (!giver) return []
    const message = `It is of "${productName}", which took ${sku} after the line was written; product ${giver[0]} had it: ask the partner which was meant.`
    return [{ id, message }]
  })
}

const gaveUp = (entries: Entry[], sku: null | string | undefined, after: string): boolean =>
  entries.some(
    ({ action, at, changes }) =>
      action !== 'create' && changes?.sku?.from === sku && Date.parse(at) > Date.parse(after),
  )
