'use client'

import { limitsOf, type LimitedProduct } from '../../domain/products/limitsOf'
import { useChannel } from '../useChannel'
import { useLoad, type Load } from '../ui/useLoad'
import type { ChosenProduct } from './operationsDraft'

type Stored = LimitedProduct & {
  id: number | string
  sku: string
  name: string
  productType: string
}

const query = 'where[active][equals]=true&sort=name&limit=100&depth=0'

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
    limits: limitsOf({ limits }, 1),
  }))
  return { load: { status: 'ready', data }, reload }
}
