'use client'

import { useMemo } from 'react'

import { useChannel } from '../useChannel'
import { useLoad } from '../ui/useLoad'

export type EngineerChoice = { id: string; name: string; region: null | string; load: number }

type Found = {
  docs: {
    id: number | string
    name: string
    region?: null | string
    deployments?: { totalDocs?: number }
  }[]
}

/** The active engineers with the number of deployments that wait for each, by name. */
export const useEngineers = (): EngineerChoice[] => {
  const { slugs } = useChannel()
  const { load } = useLoad<Found>(`/${slugs.engineers}?${query}`)
  return useMemo(
    () =>
      load.status === 'ready'
        ? load.data.docs.map(({ deployments, id, name, region }) => ({
            id: String(id),
            name,
            region: region ?? null,
            load: deployments?.totalDocs ?? 0,
          }))
        : [],
    [load],
  )
}

const query = [
  'where[active][equals]=true',
  'sort=name',
  'limit=100',
  'depth=0',
  'joins[licenses]=false',
  'joins[deployments][count]=true',
  'joins[deployments][limit]=1',
  'joins[deployments][where][state][in]=scheduled,in_progress',
].join('&')
