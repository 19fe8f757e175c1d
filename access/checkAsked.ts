import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { checkWhere, conditionsOf, type Condition } from '../src/domain/checkWhere'
import { ChannelError } from '../src/domain/errors'
import { checkPath } from './checkPath'

export type Asked = { sort?: string | string[]; where?: unknown }

/**
 * What a client asks of a collection is checked before a database sees it.
 * @param prefix of the paths in errors, e.g. `joins.items.`
 * @param free whether the system asks, which may ask for any field
 * @throws INVALID_INPUT naming the part at fault
 */
export const checkAsked = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { sort, where }: Asked,
  prefix = '',
  free = false,
): Promise<void> => {
  if (where) checkWhere(where, `${prefix}where`)
  if (free) return
  for (const condition of conditionsOf(where)) {
    const at = `${prefix}where.${condition.path}`
    const field = await checkPath(req, collection, condition.path, at)
    if (!fits(field?.type, condition)) throw new ChannelError('INVALID_INPUT', { path: at })
  }
  for (const path of sortPaths(sort)) await checkPath(req, collection, path, `${prefix}sort`, true)
}

const sortPaths = (sort: Asked['sort']): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((part) => String(part).split(','))
    .map((one) => one.trim().replace(/^-/, ''))
    .filter(Boolean)

/** Databases differ in what they make of a date that is none. */
const fits = (type: string | undefined, { operator, value }: Condition): boolean => {
  if (operator === 'exists' || typeof value !== 'string' || ['', 'null'].includes(value))
    return true
  const values = operator.endsWith('in') ? value.split(',') : [value]
  if (type === 'date') return values.every((one) => !Number.isNaN(Date.parse(one)))
  return type !== 'number' || values.every((one) => Number.isFinite(Number(one)))
}
