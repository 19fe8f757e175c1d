'use client'

import { useAuth } from '@payloadcms/ui'
import { useCallback } from 'react'

import { callerFrom } from '../domain/access/callerFrom'
import { grants, type Action } from '../domain/grants'
import { reachOf, type Reach } from '../domain/access/reach'
import { readUser } from '../domain/accounts/userFields'
import type { User } from '../payload-types'
import type { SlugKey } from '../slugs'
import { useChannel } from './useChannel'

/** How far the reader reaches, by the table that the server obeys; decides only what is offered. */
export const useMay = (): ((resource: SlugKey, action: Action) => Reach) => {
  const { user } = useAuth<User>()
  const { fieldNames, roles } = useChannel()
  return useCallback(
    (resource, action) =>
      reachOf(
        { ...grants, ...roles },
        user ? callerFrom(readUser(fieldNames, user)) : null,
        resource,
        action,
      ),
    [fieldNames, roles, user],
  )
}
