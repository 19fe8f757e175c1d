'use client'

import { usePathname } from 'next/navigation.js'
import { useCallback, useEffect, useState } from 'react'

import { callApi } from '../callApi'
import { useRoutes } from '../useRoutes'

export type Notification = { id: string; title: string; link?: null | string; createdAt: string }

type Unread = { docs: Notification[]; totalDocs: number }

const UNREAD = 'where[readAt][exists]=false'
const SHOWN = 10

/** What the user has not read yet; looked up again with each page and when the window comes back. */
export const useNotifications = (slug: string) => {
  const routes = useRoutes()
  const pathname = usePathname()
  const [found, setFound] = useState<Unread | null>(null)
  const load = useCallback(
    () => callApi<Unread>(routes.api(`/${slug}?${UNREAD}&limit=${SHOWN}&sort=-createdAt&depth=0`)),
    [routes, slug],
  )
  useEffect(() => {
    const look = () => void load().then((answer) => setFound(answer.ok ? answer.body : null))
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [load, pathname])
  const markRead = async (id?: string) => {
    const url = routes.api(id ? `/${slug}/${id}?depth=0` : `/${slug}?${UNREAD}&depth=0`)
    await callApi(url, { method: 'PATCH', body: { readAt: new Date().toISOString() } })
    const answer = await load()
    if (answer.ok) setFound(answer.body)
  }
  return { found, markRead }
}
