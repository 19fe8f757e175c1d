'use client'

import { useCallback, useEffect, useState } from 'react'

import { callApi, type ApiAnswer, type ApiError } from '../callApi'
import { useRoutes } from '../useRoutes'

export type Load<T> =
  { status: 'failed'; error: ApiError } | { status: 'loading' } | { status: 'ready'; data: T }

/** Several parts of a page that ask the same at once share one request. */
const underWay = new Map<string, Promise<ApiAnswer<unknown>>>()

const ask = (url: string): Promise<ApiAnswer<unknown>> => {
  const asked = underWay.get(url)
  if (asked) return asked
  const asking = callApi<unknown>(url).finally(() => underWay.delete(url))
  underWay.set(url, asking)
  return asking
}

/**
 * What the API answers below a path such as `/v1/stats/overview`; `null` = nothing to ask yet.
 * While it is asked again, the last answer stays; an answer that has been overtaken is ignored.
 */
export const useLoad = <T>(path: null | string): { load: Load<T>; reload: () => void } => {
  const routes = useRoutes()
  const [load, setLoad] = useState<Load<T>>({ status: 'loading' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (path === null) return undefined
    let overtaken = false
    void ask(routes.api(path)).then((answer) => {
      if (!overtaken) setLoad(loadOf<T>(answer))
    })
    return () => {
      overtaken = true
    }
  }, [path, round, routes])
  return { load, reload: useCallback(() => setRound((last) => last + 1), []) }
}

const loadOf = <T>(answer: ApiAnswer<unknown>): Load<T> =>
  answer.ok
    ? { status: 'ready', data: answer.body as T }
    : { status: 'failed', error: answer.errors[0] ?? { code: 'INTERNAL', message: '' } }
