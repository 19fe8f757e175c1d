import type { AfterErrorHook, AfterErrorHookArgs, PayloadRequest } from 'payload'

import { channelOf } from '../../src/channel'
import { ChannelError } from '../../src/domain/errors'
import { graphqlError } from '../../src/api/graphql/graphqlError'
import { describeError } from './describeError'

/**
 * Describes the errors of the plugin's collections, and the plugin's own errors wherever they come
 * up. What else a host's routes answer is the host's.
 */
export const describeOwnError: AfterErrorHook = (args) => {
  const { collection, error, graphqlResult, req } = args
  if (graphqlResult) return withCodes(graphqlResult, error, req)
  const isOwn = collection && channelOf(req.payload).ownSlugs.has(collection.slug)
  return isOwn || (error as unknown) instanceof ChannelError ? describeError(args) : undefined
}

/** GraphQL wraps what an operation throws, and knows of no collection. */
const withCodes = (
  result: NonNullable<AfterErrorHookArgs['graphqlResult']>,
  { originalError }: Error & { originalError?: unknown },
  req: PayloadRequest,
) => {
  if (!(originalError instanceof ChannelError)) return undefined
  const { extensions, message } = graphqlError(req, originalError)
  return {
    graphqlResult: { ...result, message, extensions: { ...result.extensions, ...extensions } },
  }
}
