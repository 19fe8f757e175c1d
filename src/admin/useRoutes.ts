'use client'

import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'

/** Addresses of this server; relative, so that they hold whatever name it is reached by. */
export const useRoutes = () => {
  const { config } = useConfig()
  const { admin, api } = config.routes
  return useMemo(
    () => ({
      api: (path: string) => `${api}${path}`,
      admin: (path: string) => `${admin === '/' ? '' : admin}${path}`,
    }),
    [admin, api],
  )
}
