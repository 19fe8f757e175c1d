'use client'

import { useConfig, useListQuery, useSelection } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { mergeListSearchAndWhere } from 'payload/shared'

import { bulkOrderOf, type BulkOrder } from './bulkOrders'
import { callApi, type ApiError } from '../../callApi'
import { useRoutes } from '../../useRoutes'

const PAGE = 100

type Page = { docs: Parameters<typeof bulkOrderOf>[0][]; hasNextPage: boolean }

/** The ticked orders: those of this page, or of all pages once they are all selected. */
export const useChosenOrders = (slug: string) => {
  const { count, getQueryParams, selectAll, selectedIDs } = useSelection()
  const { data } = useListQuery()
  const { getEntityConfig } = useConfig()
  const search = useSearchParams().get('search')
  const routes = useRoutes()
  const onAllPages = String(selectAll) === 'allAvailable'
  const chosen = new Set(selectedIDs.map(String))
  const onPage = (data?.docs ?? []).filter(({ id }) => chosen.has(String(id))).map(bulkOrderOf)

  /** What the list's filter and search meet, as Payload itself takes all of them. */
  const readAll = async (): Promise<ApiError | BulkOrder[]> => {
    const collectionConfig = getEntityConfig({ collectionSlug: slug })
    const filter = getQueryParams(
      search ? mergeListSearchAndWhere({ collectionConfig, search }) : undefined,
    )
    const orders: BulkOrder[] = []
    for (let page = 1; ; page += 1) {
      const query = `${filter}&depth=0&sort=id&limit=${PAGE}&page=${page}`
      const answer = await callApi<Page>(routes.api(`/${slug}${query}`))
      if (!answer.ok) return answer.errors[0] ?? { code: 'INTERNAL', message: '' }
      orders.push(...answer.body.docs.map(bulkOrderOf))
      if (!answer.body.hasNextPage) return orders
    }
  }
  return {
    count: onAllPages ? (count ?? 0) : onPage.length,
    onAllPages,
    onPage,
    read: async () => (onAllPages ? readAll() : onPage),
  }
}
