import type { Payload } from 'payload'

import { callerOf } from '../access/callerOf'
import { checkQuery } from './checkQuery'

const LOCKS = 'payload-locked-documents'

/**
 * Payload's locks of documents under edit are open to every user: who edits what, by ID. Here each
 * user reaches its own, and staff, who edit each other's documents, all of them.
 */
export const closeLocks = ({ collections }: Pick<Payload, 'collections'>): void => {
  const config = (collections as Record<string, Payload['collections']['users'] | undefined>)[LOCKS]
    ?.config
  if (!config) return
  const access: typeof config.access.read = ({ req }) => {
    const caller = callerOf(req)
    if (!caller) return false
    if (caller.roles.some((role) => role === 'admin' || role === 'sales')) return true
    return { 'user.value': { equals: caller.links.self } }
  }
  const write: typeof config.access.create = ({ req }) => Boolean(callerOf(req))
  Object.assign(config.access, { create: write, delete: access, read: access, update: access })
  config.hooks.beforeOperation = [...(config.hooks.beforeOperation ?? []), checkQuery]
}
