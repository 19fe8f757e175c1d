import type {
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'

import { areJoinsOff } from '../../access/areJoinsOff'
import { callerOf } from '../../access/callerOf'
import { channelOf } from '../../src/channel'
import { ChannelError } from '../../src/domain/errors'
import { isExternal } from '../../src/domain/access/isExternal'
import {
  boundedLimit,
  isTooMuch,
  MOST_DOCUMENTS,
  mostDepth,
  mostWritten,
} from '../../src/domain/access/queryLimits'

type Join = { limit?: number } | false
type Query = {
  currentDepth?: number
  depth?: number
  id?: unknown
  joins?: false | Record<string, Join | undefined>
  limit?: number
  overrideAccess?: boolean
  pagination?: boolean
  where?: Where
}
type Operation = Parameters<CollectionBeforeOperationHook>[0]

/**
 * Bounds what one request gets or writes: on our collections for everybody, on a host's for people
 * from outside. What is asked for beyond is cut rather than refused, as Payload's own pickers and
 * lists ask for everything; writes are refused, as half of them would be worse than none.
 */
export const boundQuery: CollectionBeforeOperationHook = async (operation) => {
  const { args, collection, req } = operation
  const query = args as Query
  if (!isClients(req, query)) return
  const roles = callerOf(req)?.roles ?? []
  const isOwn = channelOf(req.payload).ownSlugs.has(collection.slug)
  if (!isOwn && !isExternal(roles)) return
  if (isTooMuch(query.where))
    throw new ChannelError('INVALID_INPUT', { path: 'where', message: 'Ask for less at once.' })
  if (['delete', 'update'].includes(operation.operation) && query.id === undefined)
    await refuseMany(operation, query, mostWritten(roles))
  const bounded: unknown = {
    ...args,
    ...(typeof query.depth === 'number' && { depth: Math.min(query.depth, mostDepth(roles)) }),
    ...(operation.operation.startsWith('read') && listOf(operation, query)),
  }
  return bounded as never
}

/**
 * Whether the words are a client's: those of REST and GraphQL come without `overrideAccess`, those of
 * a panel's page with the request's headers. Links that are followed have a depth of their own.
 */
const isClients = (req: PayloadRequest, { currentDepth, overrideAccess }: Query): boolean => {
  if (overrideAccess === undefined) return true
  if (overrideAccess || typeof currentDepth === 'number') return false
  return req.payloadAPI === 'GraphQL' || (req.payloadAPI === 'local' && req.headers.has('host'))
}

const listOf = ({ collection, operation, req }: Operation, query: Query): object => {
  return {
    limit: boundedLimit(query, mostOf(req, collection, query), operation === 'readDistinct'),
    ...(query.joins && { joins: boundedJoins(req, collection, query.joins) }),
  }
}

/** GraphQL asks for a list within a document so, and for one more than it will show. */
const mostOf = (req: PayloadRequest, { slug }: { slug: string }, { overrideAccess }: Query) =>
  req.payloadAPI === 'GraphQL' && overrideAccess === false
    ? mostJoined(req, slug) + 1
    : MOST_DOCUMENTS

/** An order's lines come whole. */
const mostJoined = ({ payload }: PayloadRequest, slug: string): number => {
  const { limits, slugs } = channelOf(payload).options
  return slug === slugs.orderItems ? Math.max(MOST_DOCUMENTS, limits.linesPerOrder) : MOST_DOCUMENTS
}

const boundedJoins = (
  req: PayloadRequest,
  { flattenedFields }: SanitizedCollectionConfig,
  joins: Record<string, Join | undefined>,
) =>
  !areJoinsOff(joins) &&
  Object.fromEntries(
    Object.entries(joins).map(([name, join]) => {
      const field = flattenedFields.find((one) => one.name === name)
      if (!join || join.limit === undefined || field?.type !== 'join') return [name, join]
      const most = mostJoined(req, [field.collection].flat().join())
      return [name, { ...join, limit: boundedLimit(join, most) }]
    }),
  )

const refuseMany = async (
  { collection, req }: Operation,
  { limit, where }: Query,
  most: number,
): Promise<void> => {
  if (!where || (limit && limit <= most)) return
  const { totalDocs } = await req.payload.count({
    collection: collection.slug as 'users',
    where,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (totalDocs > most)
    throw new ChannelError('INVALID_INPUT', {
      path: 'where',
      message: `This would be ${totalDocs} documents at once, of at most ${most}.`,
    })
}
