import type { Access, PayloadRequest, Where } from 'payload'

import { isIdOf } from './isIdOf'

type Reach = Where | boolean

/** How far a rule lets the caller reach, for one document. */
const reachOf = async (
  req: PayloadRequest,
  slug: string,
  operation: 'delete' | 'update',
  id: number | string,
): Promise<Reach> => {
  const { access } = req.payload.collections[slug as 'users']?.config ?? {}
  const rule = access?.[operation] as Access | undefined
  return rule ? rule({ id: id as string, req }) : false
}

/** Whether the request's user may change or delete a document, by its collection's rules. */
export const mayReach = async (
  req: PayloadRequest,
  slug: string,
  operation: 'delete' | 'update',
  id: unknown,
): Promise<boolean> => {
  const { payload, user } = req
  if (!user || !(slug in payload.collections) || !isIdOf(payload, slug, id)) return false
  const reach = await reachOf(req, slug, operation, id)
  if (typeof reach === 'boolean') return reach
  const where = { and: [reach, { id: { equals: id } }] }
  const { totalDocs } = await payload.db.count({ collection: slug as 'users', req, where })
  return totalDocs > 0
}
