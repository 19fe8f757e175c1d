'use client'

import { useCallback, useEffect, useState } from 'react'

import { callApi, type ApiAnswer } from '../callApi'
import type { Offer } from './orderDraft'
import { useRoutes } from '../useRoutes'

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
  const [list, setList] = useState<List>({
    state: 'loading',
    currency: 'USD',
    offers: [],
  })
  const load = useCallback(
    () => callApi<PriceList>(routes.api('/v1/partners/price-list')).then(take(setList)),
    [routes],
  )
  useEffect(() => {
    void load()
  }, [load])
  return { ...list, reload: load }
}

type List = Omit<Offers, 'reload'>

const take =
  (setList: (change: (before: List) => List) => void) => (answer: ApiAnswer<PriceList>) =>
    setList((before) => (answer.ok ? ready(answer.body) : { ...before, state: 'failed' }))

const ready = ({ currency, items }: PriceList): List => ({
  state: 'ready',
  currency,
  offers: items.map((item) => ({ ...item, id: `${item.product.sku} ${item.licenseType}` })),
})
