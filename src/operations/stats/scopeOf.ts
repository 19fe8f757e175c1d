import type { PayloadRequest, Where } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { accessOf } from '../../../access/can'
import { ChannelError } from '../../domain/errors'
import type { SlugKey } from '../../slugs'

/** The condition of the documents that the caller may read; `null` = none at all. */
export const reachInto = (req: PayloadRequest, key: SlugKey): null | Where => {
  const reach = accessOf(req, key, 'read')
  if (typeof reach !== 'boolean') return reach
  return reach ? {} : null
}

/**
 * The same for what the statistics are about.
 * @throws UNAUTHENTICATED; FORBIDDEN for who may read none of them
 */
export const scopeOf = (req: PayloadRequest, key: SlugKey): Where => {
  if (!callerOf(req)) throw new ChannelError('UNAUTHENTICATED')
  const scope = reachInto(req, key)
  if (!scope) throw new ChannelError('FORBIDDEN')
  return scope
}

/** @throws UNAUTHENTICATED; FORBIDDEN for who may not read everything of each kind */
export const requireAll = (req: PayloadRequest, ...keys: SlugKey[]): void => {
  if (!callerOf(req)) throw new ChannelError('UNAUTHENTICATED')
  if (keys.some((key) => accessOf(req, key, 'read') !== true)) throw new ChannelError('FORBIDDEN')
}
