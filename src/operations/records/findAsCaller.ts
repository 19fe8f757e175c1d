import type { CollectionSlug, PayloadRequest, Where } from 'payload'

type Find = { where: Where; sort?: string; limit?: number; depth?: number }

/** Nothing where the caller has no grant at all, instead of an error page. */
export const findAsCaller = async <T>(
  req: PayloadRequest,
  collection: CollectionSlug,
  { depth = 0, limit = 0, ...query }: Find,
): Promise<{ docs: T[]; totalDocs: number }> => {
  const found = await req.payload
    .find({
      collection,
      ...query,
      limit,
      depth,
      joins: false as never,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch((error: { status?: number }) => {
      if (error.status === 403) return { docs: [], totalDocs: 0 }
      throw error
    })
  return found as unknown as { docs: T[]; totalDocs: number }
}
