import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../channel'
import { ChannelError } from '../domain/errors'
import type { SlugKey } from '../slugs'
import { licenseNamed } from './requireLicense'

export type Document = Record<string, unknown> & { id: number | string }

/**
 * A document that the caller may read, as the caller may see it, links as IDs.
 * @param id of the document; of a license its license ID too
 * @throws NOT_FOUND also where the caller may not know of it
 */
export const requireDocument = async (
  req: PayloadRequest,
  key: SlugKey,
  id: string,
): Promise<Document> => {
  const where: Where = key === 'licenses' ? licenseNamed(id) : { id: { equals: id } }
  const { docs } = await req.payload.find({
    collection: slugsOf(req.payload)[key],
    where,
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false as never,
    // A role without any grant on the collection may not know of this one either.
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const [found] = docs as unknown as Document[]
  if (!found) throw new ChannelError('NOT_FOUND')
  return found
}
