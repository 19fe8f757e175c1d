import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { ChannelError } from '../../domain/errors'
import { errorResponse } from '../../api/errorResponse'

/** Payload’s own query for the one to delete fails on SQL where there is none. */
export const answerAbsentPreferences = (collections: SanitizedCollectionConfig[]): void => {
  const preferences = collections.find(({ slug }) => slug === 'payload-preferences')
  for (const endpoint of preferences?.endpoints || [])
    if (endpoint.method === 'delete' && endpoint.path === '/:key') {
      const { handler } = endpoint
      endpoint.handler = async (req) =>
        !req.user || (await isThere(req))
          ? handler(req)
          : errorResponse(req, new ChannelError('NOT_FOUND'))
    }
}

const isThere = async (req: PayloadRequest): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    where: {
      key: { equals: String(req.routeParams?.key).replaceAll('\0', '') },
      'user.value': { equals: req.user?.id },
    },
    limit: 1,
    depth: 0,
    req,
  })
  return docs.length > 0
}
