import { capitalNumber } from '../capitalNumber'
import { instantOf } from '../time/instantOf'

type Change = (text: string) => string

const numbered = /(?:^|\.)(?:licenseId|orderNumber)$/

const toInstant: Change = (text) => instantOf(text) ?? text

const changed = (value: unknown, change: Change): unknown =>
  typeof value === 'string'
    ? value.split(',').map(change).join()
    : Array.isArray(value)
      ? value.map((one) => changed(one, change))
      : value

/**
 * A client's condition in place, as databases keep what it names: license IDs and order numbers in
 * upper case, days as instants.
 * @param dates the paths that lead to dates
 */
export const rewriteWhere = (where: unknown, dates: ReadonlySet<string>): void => {
  if (typeof where !== 'object' || where === null) return
  for (const [path, asked] of Object.entries(where)) {
    const change = dates.has(path) ? toInstant : numbered.test(path) ? capitalNumber : undefined
    if (Array.isArray(asked) && /^(and|or)$/i.test(path))
      asked.forEach((one) => rewriteWhere(one, dates))
    else if (change && typeof asked === 'object' && asked !== null)
      for (const [operator, value] of Object.entries(asked))
        Object.assign(asked, { [operator]: changed(value, change) })
  }
}
