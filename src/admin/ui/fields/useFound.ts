'use client'

import { useEffect, useState } from 'react'

import type { SlugKey } from '../../../slugs'
import { useChannel } from '../../useChannel'
import { useLoad } from '../useLoad'

export type Found = { id: string; name: string }

const PAUSE_MS = 200

/** The first documents whose name has the text in it, once typing pauses; `null` = look for none. */
export const useFound = (resource: SlugKey, text: null | string): Found[] => {
  const { slugs } = useChannel()
  const [asked, setAsked] = useState<null | string>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const like = asked?.trim() ? `&where[name][like]=${encodeURIComponent(asked.trim())}` : ''
  const path = `/${slugs[resource]}?sort=name&limit=8&depth=0&joins=false${like}`
  const { load } = useLoad<{ docs: { id: number | string; name: string }[] }>(
    asked === null ? null : path,
  )
  if (text === null || load.status !== 'ready') return []
  return load.data.docs.map(({ id, name }) => ({ id: String(id), name }))
}
