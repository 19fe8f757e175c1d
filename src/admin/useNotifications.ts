'use client'

import { usePathname } from 'next/navigation.js'
import { useCallback, useEffect, useState } from 'react'

import { callApi } from './callApi'
import { useRoutes } from './useRoutes'

export type Notification = { id: string; title: string; link?: null | string; createdAt: string }

const UNREAD = 'where[readAt][exists]=false'
const SHOWN = 10

/** What the user has not read yet; looked up again with each page and when the window comes back. */
export const useNotifications = (slug: string) => {
  const routes = useRoutes()
  const pathname = usePathname()
  const [found, setFound] = useState<{ docs: Notification[]; totalDocs: number } | null>(null)
  const load = useCallback(async () => {
    const query = `${UNREAD}&limit=${SHOWN}&sort=-createdAt&depth=0`
    const answer = await callApi<{ docs: Notification[]; totalDocs: number }>(
      routes.api(`/${slug}?${query}`),
    )
    setFound(answer.ok ? answer.body : null)
  }, [routes, slug])
  useEffect(() => {
    void load()
    const again = () => void load()
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [load, pathname])
  const markRead = async (id?: string) => {
    const url = routes.api(id ? `/${slug}/${id}?depth=0` : `/${slug}?${UNREAD}&depth=0`)
    await callApi(url, { method: 'PATCH', body: { readAt: new Date().toISOString() } })
    await load()
  }
  return { found, markRead }
}
