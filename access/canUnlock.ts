import type { Access } from 'payload'

import { accessOf } from './can'

/**
 * Ending a lock is for whoever may change every user, and for whom the host lets do it: Payload's own
 * default is any user at all.
 */
export const canUnlock =
  (host?: Access): Access =>
  async (args) => {
    if (accessOf(args.req, 'users', 'update') !== true) return false
    return host ? host(args) : true
  }
