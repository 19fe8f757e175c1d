import { isExternal } from './isExternal'

/** Documents of one answer to a client. */
export const MOST_DOCUMENTS = 100

/** Documents that one request may change or delete by a condition. */
const MOST_WRITTEN = { external: MOST_DOCUMENTS, staff: 1_000 }
/** How far an answer follows links. */
const MOST_DEPTH = { external: 2, staff: 5 }

/** Values in all lists of a condition, and conditions. */
const MOST_VALUES = 1_000
const MOST_CONDITIONS = 100
const MOST_LEVELS = 20

const kindOf = (roles: readonly string[]) => (isExternal(roles) ? 'external' : 'staff')

export const mostWritten = (roles: readonly string[]): number => MOST_WRITTEN[kindOf(roles)]

export const mostDepth = (roles: readonly string[]): number => MOST_DEPTH[kindOf(roles)]

type Count = { limit?: unknown; pagination?: unknown }

/**
 * How many documents a list has, at most: 0 and more than allowed mean as many as allowed, which is
 * also what "without pages" means.
 * @param always whether no limit means no limit, not Payload's own
 */
export const boundedLimit = ({ limit, pagination }: Count, most: number, always = false) => {
  if (limit === undefined || limit === null || Number.isNaN(limit))
    return always || pagination === false ? most : limit
  return limit === 0 || Number(limit) > most ? most : limit
}

/** Whether a condition is more than any database should be asked, whatever its fields. */
export const isTooMuch = (where: unknown): boolean => {
  let values = 0
  let conditions = 0
  let level = [where]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true
    level = level.flatMap((one) => {
      if (typeof one === 'string') values += one.split(',').length
      if (typeof one !== 'object' || one === null) return []
      conditions += Array.isArray(one) ? 0 : 1
      return Object.values(one)
    })
    if (level.length + values > 2 * MOST_VALUES || conditions > 3 * MOST_CONDITIONS) return true
  }
  return values > MOST_VALUES
}
