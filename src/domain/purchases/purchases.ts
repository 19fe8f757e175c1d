import { addUtcYears } from '../time/calendar'
import { errorTable, type ErrorCode, type ErrorEntry } from '../errors'
import { idOf, type Id } from '../idOf'

export const purchaseTypes = ['new', 'renewal', 'expansion', 'upgrade'] as const
export type PurchaseType = (typeof purchaseTypes)[number]

/** From when a renewal's years count. */
export const renewalBases = ['from_expiry', 'from_now', 'from_now_if_expired'] as const
export type RenewalBasis = (typeof renewalBases)[number]

export const DEFAULT_BASIS: RenewalBasis = 'from_now_if_expired'

/** No license lasts longer, from the purchase on. */
export const MAX_TERM_YEARS = 100
/** More of a limit than any license can have. */
export const MAX_LIMIT = 1_000_000_000

type Link = Id | { id: Id } | null | undefined

/** A row of a license's ledger: what it says about limits, dates and product; instants as ISO UTC. */
export type Purchase = {
  id: Id
  type: PurchaseType
  purchasedAt?: null | string
  basis?: RenewalBasis | null
  durationYears?: null | number
  workspacesAdded?: null | number
  usersAdded?: null | number
  product?: Link
  /** What the product of a `new` or `upgrade` brings, for all of its seats. */
  productWorkspaces?: null | number
  productUsers?: null | number
  /** Read of a `new` one only; later ones are computed. */
  expiresAfter?: null | string
  reverses?: Link
}

/** What a license's purchases amount to; instants as ISO strings in UTC, `null` = never ends. */
export type Terms = {
  product: Id
  workspaces: number
  users: number
  expiresAt: null | string
  /** From when the years run without a gap; the day that anniversaries go by. */
  countedFrom: string
}

/**
 * What a purchase makes of a license. An upgrade raises each limit to what the product brings and
 * never lowers one; what was added before stays where it is more than that.
 */
export const applyPurchase = (terms: Terms, purchase: Purchase): Terms => {
  const { workspaces, users, ...rest } = effects[purchase.type](terms, purchase)
  return {
    ...rest,
    workspaces: workspaces + (purchase.workspacesAdded ?? 0),
    users: users + (purchase.usersAdded ?? 0),
  }
}

const effects: Record<PurchaseType, (terms: Terms, purchase: Purchase) => Terms> = {
  new: (terms) => terms,
  renewal: (terms, purchase) => renewed(terms, purchase),
  expansion: (terms) => terms,
  upgrade: (terms, { product, productUsers, productWorkspaces }) => ({
    ...terms,
    product: idOf(product) ?? terms.product,
    workspaces: Math.max(terms.workspaces, productWorkspaces ?? 0),
    users: Math.max(terms.users, productUsers ?? 0),
  }),
}

const renewed = (terms: Terms, { basis, durationYears, purchasedAt }: Purchase): Terms => {
  const { countedFrom, expiresAt } = terms
  const at = purchasedAt ?? countedFrom
  if (expiresAt === null) return terms
  const isOver = Date.parse(expiresAt) <= Date.parse(at)
  const anew = basis === 'from_now' || (basis !== 'from_expiry' && isOver)
  const [from, anchor] = anew ? [at, at] : [expiresAt, countedFrom]
  const end = addUtcYears(new Date(from), durationYears ?? 1, new Date(anchor))
  return { ...terms, expiresAt: end.toISOString(), countedFrom: anchor }
}

/**
 * What the ledger of a license amounts to: its `new` row, then all others in their order, without
 * those that were undone and the rows that undo them.
 * @param startsAt the license's start, ISO UTC
 * @throws Error when the first row is no `new` one
 */
export const replayPurchases = (startsAt: string, purchases: Purchase[]): Terms =>
  lastingPurchases(purchases.slice(1)).reduce(applyPurchase, beginningTerms(startsAt, purchases))

/**
 * What a license has by its first purchase alone.
 * @throws Error when that is no `new` one
 */
export const beginningTerms = (startsAt: string, [origin]: Purchase[]): Terms => {
  if (origin?.type !== 'new') throw new Error('A license begins with a purchase of type "new".')
  return {
    product: idOf(origin.product) as Id,
    workspaces: origin.productWorkspaces ?? 0,
    users: origin.productUsers ?? 0,
    expiresAt: origin.expiresAfter ?? null,
    countedFrom: startsAt,
  }
}

/** Without those that were undone and the rows that undo them. */
export const lastingPurchases = <P extends Purchase>(purchases: P[]): P[] => {
  const undone = new Set(purchases.map(({ reverses }) => idOf(reverses)))
  return purchases.filter(({ id, reverses }) => idOf(reverses) === null && !undone.has(id))
}

/** Whether a license has a renewal that was not undone, by its ledger. */
export const isRenewed = (purchases: Purchase[]): boolean =>
  lastingPurchases(purchases).some(({ type }) => type === 'renewal')

/** Why a purchase can't be made, or `null`; `after` is what it would make of the license. */
export const purchaseFault = (
  before: Terms,
  after: Terms,
  purchase: Pick<Purchase, 'purchasedAt' | 'type'>,
): ErrorEntry | null => {
  const facts = { before, after, ...purchase }
  const rule = rules.find(({ only, broken }) => (!only || only === purchase.type) && broken(facts))
  return rule ? { code: rule.code, path: rule.path, message: rule.message } : null
}

type Facts = { before: Terms; after: Terms; purchasedAt?: null | string }
type Rule = Required<Omit<ErrorEntry, 'details'>> & {
  only?: PurchaseType
  broken: (facts: Facts) => boolean
}

const fault = (code: ErrorCode, path: string, message: string = errorTable[code].message) => ({
  code,
  path,
  message,
})
const endOf = ({ expiresAt }: Terms): number => (expiresAt ? Date.parse(expiresAt) : Infinity)

/** The first one that is broken counts. */
const rules: Rule[] = [
  {
    ...fault('PURCHASE_CONFLICT', 'type', 'The license never ends, so it needs no renewal.'),
    only: 'renewal',
    broken: ({ before }) => before.expiresAt === null,
  },
  {
    ...fault('PURCHASE_CONFLICT', 'basis', 'The license would not last longer than it does.'),
    only: 'renewal',
    broken: ({ after, before }) => endOf(after) <= endOf(before),
  },
  {
    ...fault('PURCHASE_CONFLICT', 'durationYears', 'The license would last for too long.'),
    only: 'renewal',
    broken: ({ after, purchasedAt }) =>
      endOf(after) > addUtcYears(new Date(purchasedAt as string), MAX_TERM_YEARS).getTime(),
  },
  {
    ...fault('PURCHASE_CONFLICT', 'limits', 'The license would have more than any can have.'),
    broken: ({ after }) => Math.max(after.users, after.workspaces) > MAX_LIMIT,
  },
  {
    ...fault('NOTHING_BOUGHT', 'limits'),
    only: 'expansion',
    broken: ({ after, before }) =>
      after.users === before.users && after.workspaces === before.workspaces,
  },
  {
    ...fault('NOTHING_BOUGHT', 'product'),
    only: 'upgrade',
    broken: ({ after, before }) => after.product === before.product,
  },
]
