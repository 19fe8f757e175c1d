'use client'

import { useAuth } from '@payloadcms/ui'
import { useCallback } from 'react'

import { grants, type Action } from '../domain/grants'
import { idOf } from '../domain/idOf'
import { reachOf, type Caller, type Reach } from '../domain/reach'
import type { User } from '../payload-types'
import type { SlugKey } from '../slugs'
import { useChannel } from './useChannel'

/** How far the reader reaches, by the table that the server obeys; decides only what is offered. */
export const useMay = (): ((resource: SlugKey, action: Action) => Reach) => {
  const { user } = useAuth<User>()
  const { roles } = useChannel()
  return useCallback(
    (resource, action) =>
      reachOf({ ...grants, ...roles }, user ? callerOf(user) : null, resource, action),
    [roles, user],
  )
}

const callerOf = (user: User): Caller => ({
  roles: user.roles ?? [],
  links: {
    self: user.id,
    partner: idOf(user.partner) ?? undefined,
    customer: idOf(user.customer) ?? undefined,
    engineer: idOf(user.engineer) ?? undefined,
    salesRep: idOf(user.salesRep) ?? undefined,
  },
})
