import type { LicenseType } from '../products/licenseTypes'
import type { Price, QuantityBreak } from './pricing'

type Id = number | string

/** A price list as far as choosing goes; `null` tier and partner = for everybody. */
export type PriceListFacts = {
  id: Id
  tier: Id | null
  partner: Id | null
  taxRateBps: number
  validFrom: string | null
  validTo: string | null
}

export type PriceRowFacts = {
  id: Id
  priceList: Id
  product: Id
  licenseType: LicenseType
  unitPrice: number
  discountBps: number
  taxRateBps: number | null
  breaks: QuantityBreak[]
}

export type BuyerFacts = { id: Id; tier: Id | null; taxRateBps: number | null }

/** A price with the product that it is for. */
export type ProductPrice = Price & { product: Id }

/** Higher wins; 0 = not for this buyer. */
const specificity = (list: PriceListFacts, buyer: BuyerFacts): number => {
  if (list.partner !== null) return list.partner === buyer.id ? 3 : 0
  if (list.tier !== null) return list.tier === buyer.tier ? 2 : 0
  return 1
}

type Times = Pick<PriceListFacts, 'validFrom' | 'validTo'>

const at = (date: string | null, otherwise: number): number =>
  date === null ? otherwise : Date.parse(date)

const datesOf = ({ validFrom, validTo }: Times): number =>
  Number(validFrom !== null) + Number(validTo !== null)

/**
 * Below zero where `a` is the closer one in time, as long as both hold: the one with more dates, then
 * the one that began later, then the one that ends earlier. A dated list beats one without dates,
 * whichever was made later. Zero = nothing in their times decides.
 */
const byTime = (a: Times, b: Times): number =>
  datesOf(b) - datesOf(a) ||
  at(b.validFrom, 0) - at(a.validFrom, 0) ||
  at(a.validTo, 0) - at(b.validTo, 0)

type Scope = Times & Pick<PriceListFacts, 'partner' | 'tier'> & { currency: string }

/** A partner's list is that partner's alone, whatever tier it names. */
const buyersOf = ({ partner, tier }: Scope): string =>
  partner === null ? `tier ${String(tier)}` : `partner ${String(partner)}`

/** Whether two lists are for the same buyers, currency and time: none of them is the closer one. */
export const isRival = (a: Scope, b: Scope): boolean =>
  a.currency === b.currency && buyersOf(a) === buyersOf(b) && byTime(a, b) === 0

const isValid = (list: PriceListFacts, now: Date): boolean =>
  (list.validFrom === null || new Date(list.validFrom) <= now) &&
  (list.validTo === null || now < new Date(list.validTo))

/**
 * The lists that hold for a buyer at `now`, the most specific first; of the same buyers' the closer one
 * in time; of equals, which nobody can save any more, the newest ID.
 */
export const listsFor = (lists: PriceListFacts[], buyer: BuyerFacts, now: Date): PriceListFacts[] =>
  lists
    .filter((list) => isValid(list, now) && specificity(list, buyer) > 0)
    .sort(
      (a, b) =>
        specificity(b, buyer) - specificity(a, buyer) || byTime(a, b) || (a.id < b.id ? 1 : -1),
    )

/** One price for each product and license type: the most specific list's, beside the least specific's as list price. */
export const resolvePrices = (
  lists: PriceListFacts[],
  rows: PriceRowFacts[],
  buyer: BuyerFacts,
  now: Date,
): ProductPrice[] => {
  const prices = new Map<string, { price: ProductPrice; listRank: number }>()
  for (const list of listsFor(lists, buyer, now)) {
    const rank = specificity(list, buyer)
    for (const row of rows.filter(({ priceList }) => priceList === list.id)) {
      const key = `${row.product}:${row.licenseType}`
      const better = prices.get(key)
      if (!better) prices.set(key, { price: priceOf(row, list, buyer), listRank: rank })
      else if (rank < better.listRank) {
        better.price.listPrice = row.unitPrice
        better.listRank = rank
      }
    }
  }
  return [...prices.values()].map(({ price }) => price)
}

const priceOf = (row: PriceRowFacts, list: PriceListFacts, buyer: BuyerFacts): ProductPrice => ({
  id: row.id,
  product: row.product,
  licenseType: row.licenseType,
  unitPrice: row.unitPrice,
  listPrice: row.unitPrice,
  discountBps: row.discountBps,
  taxRateBps: buyer.taxRateBps ?? row.taxRateBps ?? list.taxRateBps,
  breaks: [...row.breaks].sort((a, b) => a.minQuantity - b.minQuantity),
})
