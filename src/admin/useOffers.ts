'use client'

import { useCallback, useEffect, useState } from 'react'

import { callApi } from './callApi'
import type { Offer } from './orderDraft'
import { useRoutes } from './useRoutes'

type PriceList = { currency: string; items: Omit<Offer, 'id'>[] }

export type Offers = {
  state: 'failed' | 'loading' | 'ready'
  currency: string
  offers: Offer[]
  reload: () => Promise<void>
}

/** What the partner may order, at its own prices. */
export const useOffers = (): Offers => {
  const routes = useRoutes()
  const [list, setList] = useState<Omit<Offers, 'reload'>>({
    state: 'loading',
    currency: 'USD',
    offers: [],
  })
  const reload = useCallback(async () => {
    const answer = await callApi<PriceList>(routes.api('/v1/partners/price-list'))
    setList((before) => (answer.ok ? ready(answer.body) : { ...before, state: 'failed' }))
  }, [routes])
  useEffect(() => {
    void reload()
  }, [reload])
  return { ...list, reload }
}

const ready = ({ currency, items }: PriceList): Omit<Offers, 'reload'> => ({
  state: 'ready',
  currency,
  offers: items.map((item) => ({ ...item, id: `${item.product.sku} ${item.licenseType}` })),
})
