import type { AfterErrorHook } from 'payload'

import { channelOf } from '../src/channel'
import { ChannelError } from '../src/domain/errors'
import { describeError } from './describeError'

/**
 * Describes the errors of the plugin's collections, and the plugin's own errors wherever they come
 * up. What else a host's routes answer is the host's.
 */
export const describeOwnError: AfterErrorHook = (args) => {
  const { collection, error, req } = args
  const isOwn = collection && channelOf(req.payload).ownSlugs.has(collection.slug)
  return isOwn || (error as unknown) instanceof ChannelError ? describeError(args) : undefined
}
