import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import { idOf } from '../../domain/idOf'
import type { Order, OrderItem, PriceList, PriceListItem } from '../../payload-types'

/** Every currency that an order and its lines are in; lines of old tell it by their price list. */
export const currenciesOf = async (
  req: PayloadRequest,
  order: Order,
  items: OrderItem[],
): Promise<string[]> => {
  const old = items.filter(({ currency }) => !currency)
  const said = items.flatMap(({ currency }) => currency ?? [])
  const found = [...said, ...(old.length > 0 ? await ofPriceLists(req, old) : [])]
  return [...new Set([...(order.currency ? [order.currency] : []), ...found])]
}

const ofPriceLists = async (req: PayloadRequest, items: OrderItem[]): Promise<string[]> => {
  const { priceListItems, priceLists } = slugsOf(req.payload)
  const idsOf = (links: (null | number | string)[]) => ({ id: { in: [...new Set(links)] } })
  const prices = items.map(({ priceListItem }) => idOf(priceListItem)).filter((id) => id !== null)
  const rows = await readRows<PriceListItem>(req, priceListItems, idsOf(prices))
  const lists = rows.map(({ priceList }) => idOf(priceList))
  const found = await readRows<PriceList>(req, priceLists, idsOf(lists))
  return found.map(({ currency }) => currency)
}
