import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { areJoinsOff } from '../../access/areJoinsOff'
import { checkAsked, type Asked } from '../../access/checkAsked'
import { checkData } from '../../access/checkData'
import { checkSelection } from '../../access/checkSelection'
import { isNoNumber } from '../../access/isIdOf'
import { mayAsk } from '../../access/mayAsk'
import { ChannelError } from '../../src/domain/errors'
import { lostParameter } from '../../src/domain/lostParameter'

type Operation = Parameters<CollectionBeforeOperationHook>[0]
type Join = Asked | false
type Query = Asked & {
  joins?: false | Record<string, Join | undefined>
  overrideAccess?: boolean
  populate?: unknown
  select?: unknown
  data?: unknown
  id?: number | string
  limit?: number
  page?: number
}

/** No list is longer, and no database counts much further. */
const LAST = 1_000_000_000

/** What a client asks for is checked before a database sees it, and what it writes before Payload does. */
export const checkQuery: CollectionBeforeOperationHook = async (operation) => {
  const { args, collection, req } = operation
  const query = args as Query
  const { data, id, joins, overrideAccess, sort, where } = query
  const free = overrideAccess === true
  if (!free && !(await mayAsk(operation, query))) return
  if (!free) checkId(req, collection.slug, id)
  if (!free) checkWords(req, query)
  await checkAsked(req, collection, { sort, where }, '', free)
  if (!free && (operation.operation === 'create' || operation.operation === 'update'))
    await checkData({ req, collection, operation: operation.operation, id }, data)
  await checkJoins(operation, joins || {}, free)
}

/** Where IDs are numbers, Payload reads one out of whatever stands in the path. */
const checkId = ({ payload }: PayloadRequest, slug: string, id: Query['id']): void => {
  if (id !== undefined && isNoNumber(payload, slug, id)) throw new ChannelError('NOT_FOUND')
}

const checkWords = (req: PayloadRequest, query: Query): void => {
  const { joins, limit, page, populate, select } = query
  const lost = req.payloadAPI === 'REST' && req.searchParams && lostParameter(req.searchParams)
  if (lost)
    throw new ChannelError('INVALID_INPUT', { path: lost, message: 'There is no such field.' })
  checkSelection({ joins, populate, select })
  checkCount('limit', limit, 0)
  checkCount('page', page, 1)
}

const checkJoins = async (
  { collection, req }: Pick<Operation, 'collection' | 'req'>,
  joins: Record<string, Join | undefined>,
  free: boolean,
): Promise<void> => {
  if (areJoinsOff(joins)) return
  for (const [name, join] of Object.entries(joins)) {
    const field = collection.flattenedFields.find((one) => one.name === name)
    if (!field && !free && !name.includes('.'))
      throw new ChannelError('INVALID_INPUT', {
        path: `joins.${name}`,
        message: 'There is no such field.',
      })
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
