import { idOf, type Id } from '../idOf'
import type { PurchaseType } from '../purchases/purchases'
import { timelineEventOf, iso, type Instant } from './timelineEventOf'
import type { TimelineEvent, TimelineFigures } from './timelineView'

type Link = Id | { id: Id } | null | undefined

export type TimelinePurchase = {
  id: Id
  type: PurchaseType
  purchasedAt: Instant
  product?: Link
  durationYears?: null | number
  workspacesAfter?: null | number
  usersAfter?: null | number
  expiresBefore?: Instant | null
  expiresAfter?: Instant | null
  amount?: null | number
  currency?: null | string
  note?: null | string
  reverses?: Link
}

/** Each purchase with the limits and the expiry before and after it. */
export const purchaseEvents = (
  purchases: TimelinePurchase[],
  products: Map<Id, string>,
): TimelineEvent[] =>
  purchases.map((purchase, index) => {
    const { durationYears, id, note, product, purchasedAt, reverses, type } = purchase
    const text = idOf(reverses) === null ? (`purchase.${type}` as const) : 'purchase.reversed'
    return timelineEventOf('purchase', text, purchasedAt, {
      params: {
        type,
        product: products.get(idOf(product) as Id) ?? '',
        years: String(durationYears ?? ''),
      },
      figures: figuresOf(purchase, purchases[index - 1]),
      note,
      ref: { resource: 'purchases', id: String(id) },
    })
  })

/** The limits that a license has after a purchase. */
export const limitsAfter = ({ usersAfter, workspacesAfter }: TimelinePurchase) => ({
  workspaces: workspacesAfter ?? 0,
  users: usersAfter ?? 0,
})

const figuresOf = (
  purchase: TimelinePurchase,
  previous: TimelinePurchase | undefined,
): Partial<TimelineFigures> => ({
  limits: { before: previous ? limitsAfter(previous) : null, after: limitsAfter(purchase) },
  expiresAt: {
    before: purchase.expiresBefore ? iso(purchase.expiresBefore) : null,
    after: purchase.expiresAfter ? iso(purchase.expiresAfter) : null,
  },
  amount: purchase.amount ?? null,
  currency: purchase.currency ?? null,
})
