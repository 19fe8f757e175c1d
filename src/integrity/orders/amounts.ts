import { idOf } from '../../domain/idOf'
import { chargedYears } from '../../domain/products/licenseTypes'
import { multiply, shareOf } from '../../domain/money/money'
import { orderTotals } from '../../domain/pricing/pricing'
import type { Order, OrderItem } from '../../payload-types'
import { groupBy, read, type Doc, type Inspect, type Remark } from '../audit'

const different = (doc: Doc, expected: Record<string, number>): string[] =>
  Object.entries(expected)
    .filter(([field, value]) => doc[field] !== value)
    .map(([field, value]) => `${field} is ${String(doc[field])}, not ${value}.`)

/** A line's amounts follow from its price, quantity, years, discount and tax rate. */
export const lineAddsUp: Inspect = (_audit, docs) =>
  docs.flatMap((doc): Remark[] => {
    const { discount, durationYears, licenseType, quantity, taxRateBps, unitPrice } =
      doc as unknown as OrderItem
    if (unitPrice === null || unitPrice === undefined)
      return [{ id: doc.id, message: 'It has no price.' }]
    const subtotal = multiply(unitPrice, quantity, chargedYears(licenseType, durationYears))
    const off = Math.min(Math.max(discount ?? 0, 0), subtotal)
    const tax = shareOf(subtotal - off, taxRateBps ?? 0)
    const expected = { subtotal, discount: off, tax, total: subtotal - off + tax }
    return different(doc, expected).map((message) => ({ id: doc.id, message }))
  })

/** An order's totals are the sums of its lines, whatever two saves at once made of them. */
export const totalsAddUp: Inspect = async (audit, docs) => {
  const items = await read(audit, 'orderItems', { order: { in: docs.map(({ id }) => id) } })
  const itemsOf = groupBy(items as unknown as OrderItem[], ({ order }) => String(idOf(order)))
  return docs.flatMap((doc): Remark[] => {
    const lines = (itemsOf.get(String(doc.id)) ?? []).map(amountsOf)
    const remedy =
      doc.state === 'pending_review' ? 'Send it back, to be submitted anew.' : 'Its lines hold.'
    return different(doc, orderTotals(lines)).map((fault) => ({
      id: doc.id,
      message: `${fault} ${remedy}`,
    }))
  })
}

const amountsOf = ({ discount, subtotal, tax, total }: OrderItem) => ({
  subtotal: subtotal ?? 0,
  discount: discount ?? 0,
  tax: tax ?? 0,
  total: total ?? 0,
})

const mayBeEmpty = ['draft', 'cancelled']

/** An order that was submitted has lines. */
export const hasLines: Inspect = async (audit, docs) => {
  const items = await read(audit, 'orderItems', { order: { in: docs.map(({ id }) => id) } })
  const filled = new Set(items.map(({ order }) => String(idOf(order as OrderItem['order']))))
  return (docs as unknown as Order[])
    .filter(({ id, state }) => !mayBeEmpty.includes(state) && !filled.has(String(id)))
    .map(({ id, state }) => ({ id, message: `It is ${state} and has no lines.` }))
}
