import type { PayloadRequest, Where } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { accessOf } from '../../../access/can'
import { isReadable } from '../../../access/guardFields'
import { slugsOf } from '../../channel'
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

/**
 * @param fields of each kind, what the statistics tell of it
 * @throws UNAUTHENTICATED; FORBIDDEN for who may not read everything of each kind, with these fields
 */
export const requireAll = async (
  req: PayloadRequest,
  fields: Partial<Record<SlugKey, string[]>>,
): Promise<void> => {
  if (!callerOf(req)) throw new ChannelError('UNAUTHENTICATED')
  for (const [key, names] of Object.entries(fields) as [SlugKey, string[]][]) {
    const { flattenedFields } = req.payload.collections[slugsOf(req.payload)[key]].config
    const told = flattenedFields.filter(({ name }) => names.includes(name))
    const mayRead = await Promise.all(told.map((field) => isReadable(req, field)))
    if (accessOf(req, key, 'read') !== true || mayRead.includes(false))
      throw new ChannelError('FORBIDDEN')
  }
}
