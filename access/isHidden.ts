import type { CollectionSlug, PayloadRequest } from 'payload'

import { callerOf } from './callerOf'

/**
 * Whether a request names a document that its user may not know of: it is answered as if there were
 * none. Payload itself answers reads so, but refuses writes with Forbidden.
 */
export const isHidden = async (req: PayloadRequest, slug: string | undefined): Promise<boolean> => {
  const id = req.routeParams?.id
  if (!slug || typeof id !== 'string' || !callerOf(req)) return false
  const seen = await req.payload
    .findByID({
      collection: slug as CollectionSlug,
      id,
      depth: 0,
      disableErrors: true,
      joins: false as never,
      overrideAccess: false,
      user: req.user,
    })
    .catch(() => null)
  return !seen
}
