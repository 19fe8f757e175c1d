import { ChannelError } from '../errors'

/** The operators that fields of ours can answer; the geographic ones need a point. */
const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
])
const withList = new Set(['all', 'in', 'not_in'])

const MAX_DEPTH = 8
const MAX_CONDITIONS = 100
const MAX_VALUE = 1_000
const MAX_LIST = 1_000

const refuse = (path: string, message: string): never => {
  throw new ChannelError('INVALID_INPUT', { path, message })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a client's condition can be asked at all, so that no database has to say so.
 * @throws INVALID_INPUT naming the part at fault, e.g. `where.and.0.total.equals`
 */
export const checkWhere = (where: unknown, path = 'where'): void => {
  let conditions = 0
  const check = (part: unknown, at: string, depth: number): void => {
    if (!isRecord(part)) return refuse(at, 'Expected field, operator and value.')
    if (depth > MAX_DEPTH) return refuse(at, `At most ${MAX_DEPTH} levels.`)
    for (const [key, value] of Object.entries(part)) {
      if (/^(and|or)$/i.test(key)) checkList(value, `${at}.${key}`, depth)
      else checkField(value, `${at}.${key}`)
    }
  }
  const checkList = (list: unknown, at: string, depth: number): void => {
    if (!Array.isArray(list)) return refuse(at, 'Expected a list of conditions.')
    list.forEach((one, index) => check(one, `${at}.${index}`, depth + 1))
  }
  const checkField = (field: unknown, at: string): void => {
    if (!isRecord(field)) return refuse(at, 'Expected an operator and a value.')
    for (const [operator, value] of Object.entries(field)) {
      conditions += 1
      if (conditions > MAX_CONDITIONS) refuse(path, `At most ${MAX_CONDITIONS} conditions.`)
      if (!operators.has(operator)) refuse(`${at}.${operator}`, 'There is no such operator.')
      checkValue(value, `${at}.${operator}`, withList.has(operator))
    }
  }
  check(where, path, 1)
}

const checkValue = (value: unknown, at: string, list: boolean): void => {
  if (Array.isArray(value) && list) {
    if (value.length > MAX_LIST) refuse(at, `At most ${MAX_LIST} values.`)
    value.forEach((one, index) => checkValue(one, `${at}.${index}`, false))
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    refuse(at, 'Expected one value.')
  else if (typeof value === 'string') {
    if (value.length > MAX_VALUE * (list ? 50 : 1)) refuse(at, 'The value is too long.')
    if (value.includes('\0')) refuse(at, 'Control characters are not allowed.')
  }
}

export type Condition = { path: string; operator: string; value: unknown }

/** What is asked of which field, e.g. of `partner.name`, wherever it stands. */
export const conditionsOf = (where: unknown): Condition[] =>
  Object.entries(isRecord(where) ? where : {}).flatMap(([path, value]) =>
    /^(and|or)$/i.test(path) && Array.isArray(value)
      ? value.flatMap(conditionsOf)
      : Object.entries(isRecord(value) ? value : {}).map(([operator, one]) => ({
          path,
          operator,
          value: one,
        })),
  )
