import { isRival } from '../../domain/pricing/priceBook'
import { scopeOf } from '../../operations/pricing/requireNoRival'
import type { PriceList } from '../../payload-types'
import { read, type Inspect } from '../audit'

/** Of two active lists for the same buyers, currency and time the newer one's prices hold. */
export const hasNoRival: Inspect = async (audit, docs) => {
  const active = (await read(audit, 'priceLists', {
    active: { equals: true },
  })) as unknown as PriceList[]
  return (docs as unknown as PriceList[])
    .filter((list) => list.active)
    .flatMap((list) => {
      const rival = active.find(({ id, ...other }) => id !== list.id && isRivalOf(list, other))
      const message =
        `It is for the same buyers, currency and time as "${rival?.name}", and the newer one holds: ` +
        'give one of them other dates, or make it inactive.'
      return rival ? [{ id: list.id, message }] : []
    })
}

const isRivalOf = (list: PriceList, other: Partial<PriceList>): boolean =>
  isRival(scopeOf(list), scopeOf(other))
