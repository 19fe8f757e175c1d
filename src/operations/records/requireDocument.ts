import type { PayloadRequest, Where } from 'payload'

import { isNoNumber } from '../../../access/isIdOf'
import { slugsOf } from '../../channel'
import { ChannelError } from '../../domain/errors'
import { licenseIdPattern } from '../../domain/numbers'
import type { Config } from '../../payload-types'
import type { SlugKey, Slugs } from '../../slugs'

/** Of any collection. */
export type Document = Record<string, unknown> & { id: number | string }
export type DocumentOf<K extends SlugKey> = Config['collections'][Slugs[K]]

/**
 * A document that the caller may read, as the caller may see it, links as IDs.
 * @param id of the document; of a license its license ID too, such as ENT-202611-000042
 * @throws NOT_FOUND also where the caller may not know of it
 */
export const requireDocument = async <K extends SlugKey>(
  req: PayloadRequest,
  key: K,
  id: number | string,
): Promise<DocumentOf<K>> => {
  const collection = slugsOf(req.payload)[key]
  const where = key === 'licenses' ? licenseNamed(id) : { id: { equals: id } }
  if ('id' in where && isNoNumber(req.payload, collection, id)) throw new ChannelError('NOT_FOUND')
  const { docs } = await req.payload.find({
    collection,
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
  const [found] = docs as unknown as DocumentOf<K>[]
  if (!found) throw new ChannelError('NOT_FOUND')
  return found
}

/** No document ID looks like a license ID: neither numbers, nor UUIDs, nor ObjectIds. */
const licenseNamed = (id: number | string): Where => ({
  [licenseIdPattern.test(String(id)) ? 'licenseId' : 'id']: { equals: id },
})
