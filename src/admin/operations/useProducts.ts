'use client'

import { useChannel } from '../useChannel'
import { useLoad, type Load } from '../useLoad'
import type { ChosenProduct } from './operationsDraft'

type Stored = {
  id: number | string
  sku: string
  name: string
  productType: string
  limits?: { workspaces?: null | number; users?: null | number }
}

const query = 'where[active][equals]=true&sort=name&limit=200&depth=0'

/** The products that licenses can be made for. */
export const useProducts = (): { load: Load<ChosenProduct[]>; reload: () => void } => {
  const { slugs } = useChannel()
  const { load, reload } = useLoad<{ docs: Stored[] }>(`/${slugs.products}?${query}`)
  if (load.status !== 'ready') return { load, reload }
  const data = load.data.docs.map(({ id, limits, name, productType, sku }) => ({
    id: String(id),
    sku,
    name,
    productType,
    limits: { workspaces: limits?.workspaces ?? 1, users: limits?.users ?? 1 },
  }))
  return { load: { status: 'ready', data }, reload }
}
