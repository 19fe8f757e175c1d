import type { Access, PayloadRequest } from 'payload'

/** Which document or global a lock is of. */
export type Locked = {
  document?: { relationTo: string; value: unknown } | null
  globalSlug?: null | string
}

/** Whether the request's user may change what a lock is of. */
export const mayUpdate = async (
  req: PayloadRequest,
  { document, globalSlug }: Locked,
): Promise<boolean> => {
  const { payload } = req
  if (!document) {
    const found = payload.globals.config.find(({ slug }) => slug === globalSlug)
    return Boolean(req.user && (await found?.access.update?.({ req })))
  }
  const { relationTo, value } = document
  const id = valueId(value)
  const update = payload.collections[relationTo as 'users']?.config.access.update as
    Access | undefined
  if (!req.user || !update || id === undefined) return false
  const reach = await update({ id: id as string, req })
  if (typeof reach === 'boolean') return reach
  const where = { and: [reach, { id: { equals: id } }] }
  const { totalDocs } = await payload.db.count({ collection: relationTo as 'users', req, where })
  return totalDocs > 0
}

const valueId = (value: unknown): number | string | undefined => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}
