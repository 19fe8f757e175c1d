import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { channelOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import type { Action } from '../../domain/grants'
import { idOf } from '../../domain/idOf'
import { reachOf } from '../../domain/access/reach'
import type { SlugKey } from '../../slugs'
import { requireDocument, type Document, type DocumentOf } from '../records/requireDocument'

/**
 * A document that the caller may do something with, as the caller may see it.
 * @param id of the document; of a license its license ID too
 * @throws UNAUTHENTICATED; NOT_FOUND also where the caller may not know of it; FORBIDDEN where it
 * may be seen, but not this be done with it
 */
export const requireActionOn = async <K extends SlugKey>(
  req: PayloadRequest,
  key: K,
  id: number | string,
  action: Action,
): Promise<DocumentOf<K>> => {
  const caller = callerOf(req)
  if (!caller) throw new ChannelError('UNAUTHENTICATED')
  const found = await requireDocument(req, key, id)
  const values = found as unknown as Document
  const reach = reachOf(channelOf(req.payload).grants, caller, key, action)
  const allowed =
    typeof reach === 'boolean'
      ? reach
      : reach.some(({ path, equals }) => idOf(values[path] as string) === equals)
  if (!allowed) throw new ChannelError('FORBIDDEN')
  return found
}
