import type { CollectionBeforeOperationHook } from 'payload'

import { checkAsked, type Asked } from '../access/checkAsked'
import { checkData } from '../access/checkData'
import { ChannelError } from '../src/domain/errors'

type Join = Asked | false
type Query = Asked & {
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
  await checkAsked(req, collection, { sort, where }, '', free)
  if (!free && (operation.operation === 'create' || operation.operation === 'update'))
    await checkData(req, collection.flattenedFields, data, operation.operation)
  for (const [name, join] of Object.entries(joins || {})) {
    const field = collection.flattenedFields.find((one) => one.name === name)
    if (!join || field?.type !== 'join' || typeof field.collection !== 'string') continue
    const { config } = req.payload.collections[field.collection as 'users']
    await checkAsked(req, config, join, `joins.${name}.`, free)
  }
}

/** What is no number at all counts as not given, as Payload has it. */
const checkCount = (path: string, count: number | undefined, least: number): void => {
  if (count === undefined || count === null || Number.isNaN(count)) return
  if (!Number.isInteger(count) || count < least || count > LAST)
    throw new ChannelError('INVALID_INPUT', { path, message: 'Expected a whole number.' })
}
