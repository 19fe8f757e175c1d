import { formatMoney, minorUnitDigits } from '../domain/money/money'
import type { SlugKey } from '../slugs'
import { groupBy, read, type Doc, type Inspect, type Remark } from './audit'
import { idOf, type Id } from '../domain/idOf'

/** As a runtime writes the currency's prices, by which amounts were once entered and shown. */
const digitsOfRuntime = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2

const known = new Map<string, boolean>()

/** Whether amounts of before minor units came from ISO 4217 may be off by a power of ten. */
const isDoubtful = (currency: unknown): currency is string => {
  if (typeof currency !== 'string' || currency === '') return false
  const doubt = known.get(currency) ?? digitsOfRuntime(currency) !== minorUnitDigits(currency)
  known.set(currency, doubt)
  return doubt
}

const off = (currency: string): number =>
  10 ** Math.abs(minorUnitDigits(currency) - digitsOfRuntime(currency))

const remarkOn = ({ id }: Doc, currency: string, what: string): Remark => ({
  id,
  message:
    `${what}: amounts in ${currency} were once entered with ${digitsOfRuntime(currency)} decimal places ` +
    `and have ${minorUnitDigits(currency)}. Please check that they are not ${off(currency)} times off.`,
})

/** One remark on each document with an amount in such a currency: its figures tell nothing by themselves. */
export const amountsAreCertain =
  (field: string): Inspect =>
  (_audit, docs) =>
    docs.flatMap((doc): Remark[] => {
      const { currency, [field]: amount } = doc
      if (!isDoubtful(currency) || !amount) return []
      return [remarkOn(doc, currency, `Its ${field} is ${formatMoney(Number(amount), currency)}`)]
    })

const ROWS: SlugKey = 'priceListItems'

/** A price list, with one of its prices. */
export const pricesAreCertain: Inspect = async (audit, docs) => {
  const doubtful = docs.filter(({ currency }) => isDoubtful(currency))
  if (doubtful.length === 0) return []
  const where = { priceList: { in: doubtful.map(({ id }) => id) } }
  const rows = groupBy(await read(audit, ROWS, where), ({ priceList }) =>
    String(idOf(priceList as Id)),
  )
  return doubtful.flatMap((doc): Remark[] => {
    const [first] = rows.get(String(doc.id)) ?? []
    const currency = doc.currency as string
    return first
      ? [
          remarkOn(
            doc,
            currency,
            `A price of it is ${formatMoney(Number(first.unitPrice), currency)}`,
          ),
        ]
      : []
  })
}
