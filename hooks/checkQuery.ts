import type {
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { checkData } from '../access/checkData'
import { checkPath } from '../access/checkPath'
import { checkWhere, conditionsOf, type Condition } from '../src/domain/checkWhere'
import { ChannelError } from '../src/domain/errors'

type Sort = string | string[]
type Join = false | { sort?: Sort; where?: unknown }
type Query = {
  where?: unknown
  sort?: Sort
  joins?: false | Record<string, Join | undefined>
  overrideAccess?: boolean
  data?: unknown
  limit?: number
  page?: number
}

/** No list is longer, and no database counts much further. */
const LAST = 1_000_000_000

/** What a client asks for is checked before a database sees it, and what it writes before Payload does. */
export const checkQuery: CollectionBeforeOperationHook = async (operation) => {
  const { args, collection, req } = operation
  const { data, joins, limit, overrideAccess, page, sort, where } = args as Query
  const free = overrideAccess === true
  if (!free) checkCount('limit', limit, 0)
  if (!free) checkCount('page', page, 1)
  await check(req, collection, { sort, where }, '', free)
  if (!free && (operation.operation === 'create' || operation.operation === 'update'))
    await checkData(req, collection.flattenedFields, data, operation.operation)
  for (const [name, join] of Object.entries(joins || {})) {
    const field = collection.flattenedFields.find((one) => one.name === name)
    if (!join || field?.type !== 'join' || typeof field.collection !== 'string') continue
    const { config } = req.payload.collections[field.collection as 'users']
    await check(req, config, join, `joins.${name}.`, free)
  }
}

const check = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { sort, where }: { sort?: Sort; where?: unknown },
  prefix: string,
  free: boolean,
): Promise<void> => {
  if (where) checkWhere(where, `${prefix}where`)
  if (free) return
  for (const condition of conditionsOf(where)) {
    const at = `${prefix}where.${condition.path}`
    const field = await checkPath(req, collection, condition.path, at)
    if (!fits(field?.type, condition)) throw new ChannelError('INVALID_INPUT', { path: at })
  }
  for (const one of [sort ?? []].flat().flatMap((part) => String(part).split(','))) {
    const path = one.trim().replace(/^-/, '')
    if (path) await checkPath(req, collection, path, `${prefix}sort`, true)
  }
}

/** What is no number at all counts as not given, as Payload has it. */
const checkCount = (path: string, count: number | undefined, least: number): void => {
  if (count === undefined || count === null || Number.isNaN(count)) return
  if (!Number.isInteger(count) || count < least || count > LAST)
    throw new ChannelError('INVALID_INPUT', { path, message: 'Expected a whole number.' })
}

/** Databases differ in what they make of a date that is none. */
const fits = (type: string | undefined, { operator, value }: Condition): boolean => {
  if (operator === 'exists' || typeof value !== 'string' || ['', 'null'].includes(value))
    return true
  const values = operator.endsWith('in') ? value.split(',') : [value]
  if (type === 'date') return values.every((one) => !Number.isNaN(Date.parse(one)))
  return type !== 'number' || values.every((one) => Number.isFinite(Number(one)))
}
