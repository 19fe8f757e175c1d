import type { PayloadRequest } from 'payload'

import { mayReach } from './mayReach'

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
  if (document) return mayReach(req, document.relationTo, 'update', valueId(document.value))
  const found = req.payload.globals.config.find(({ slug }) => slug === globalSlug)
  return Boolean(req.user && (await found?.access.update?.({ req })))
}

const valueId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
