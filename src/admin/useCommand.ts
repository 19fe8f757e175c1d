'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback, useState } from 'react'

import { callApi } from './callApi'
import { errorText } from './errorText'
import { useRoutes } from './useRoutes'
import { useText } from './useText'

export type Command = {
  /** Below the API's route, e.g. `/v1/licenses/ENT-202611-000042/suspend`. */
  path: string
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST'
  body?: object
  headers?: Record<string, string>
  /** What is said when it is done. */
  done?: string
}

/**
 * Does something for the reader: says what came of it and shows the page anew. Gives back the
 * answer, or `null` where it was refused.
 */
export const useCommand = () => {
  const texts = useText()
  const routes = useRoutes()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async <T>({ body, done, headers, method = 'POST', path }: Command): Promise<null | T> => {
      setBusy(true)
      const sent = method === 'GET' ? undefined : (body ?? {})
      const answer = await callApi<T>(routes.api(path), { method, body: sent, headers })
      setBusy(false)
      if (!answer.ok) {
        const [first = { code: 'INTERNAL' as const, message: '' }] = answer.errors
        toast.error(errorText(texts, first))
      } else if (done) toast.success(done)
      router.refresh()
      return answer.ok ? answer.body : null
    },
    [router, routes, texts],
  )
  return { busy, run }
}
