import { idOf } from '../../domain/idOf'
import type { OrderState } from '../../domain/orders/orderMachine'
import type { Order, OrderItem, PriceList, PriceListItem } from '../../payload-types'
import { groupBy, present, read, type Audit, type Inspect, type Remark } from '../audit'

const waiting: OrderState[] = ['pending_review', 'pending_payment']
/** The states of an order that was sent and holds. */
const holding: OrderState[] = [...waiting, 'in_progress', 'completed']

const isIn = (states: OrderState[], { state }: Order) => states.includes(state)

/** What is to be done with an order whose terms are in doubt. */
const remedyOf = ({ state }: Order, otherwise: string): string =>
  state === 'pending_review' ? 'send it back, to be submitted anew.' : otherwise

/** An order and its lines are in one currency, or its total is a sum of unlike things. */
export const hasOneCurrency: Inspect = async (audit, docs) => {
  const orders = (docs as unknown as Order[]).filter((order) => isIn(holding, order))
  const items = await read(audit, 'orderItems', { order: { in: orders.map(({ id }) => id) } })
  const lines = items as unknown as OrderItem[]
  const currencyOf = await currencyOfOld(audit, lines)
  const linesOf = groupBy(lines, ({ order }) => String(idOf(order)))
  return orders.flatMap((order): Remark[] => {
    const found = (linesOf.get(String(order.id)) ?? []).map((item) => currencyOf(item))
    const all = new Set([order.currency, ...found].filter((one) => one))
    if (all.size < 2) return []
    const remedy = remedyOf(order, 'settle the difference with the partner.')
    return [{ id: order.id, message: `It is in ${[...all].join(' and ')}: ${remedy}` }]
  })
}

/** Lines of old tell their currency by the price list that made their price. */
const currencyOfOld = async (audit: Audit, lines: OrderItem[]) => {
  const old = lines.filter(({ currency }) => !currency)
  const priceIds = present(old.map(({ priceListItem }) => idOf(priceListItem)))
  const rows = await read(audit, 'priceListItems', { id: { in: priceIds } })
  const prices = rows as unknown as PriceListItem[]
  const listIds = present(prices.map(({ priceList }) => idOf(priceList)))
  const lists = await read(audit, 'priceLists', { id: { in: listIds } })
  const ofList = new Map((lists as unknown as PriceList[]).map((list) => [list.id, list.currency]))
  const ofPrice = new Map(
    prices.map(({ id, priceList }) => [id, ofList.get(idOf(priceList) as never)]),
  )
  return ({ currency, priceListItem }: OrderItem) =>
    currency ?? ofPrice.get(idOf(priceListItem) as never)
}

/** An order that holds says which agreement was accepted for it, and when. */
export const hasAgreement: Inspect = (_audit, docs) =>
  (docs as unknown as Order[])
    .filter((order) => isIn(holding, order) && !(order.agreementVersion && order.agreementDate))
    .map((order) => ({
      id: order.id,
      message:
        'It does not say which version of the agreement was accepted, and when: ' +
        remedyOf(order, 'have the partner confirm it in writing.'),
    }))

/** What waits for its licenses keeps what its products were when they were ordered. */
export const keepsItsProduct: Inspect = async (audit, docs) => {
  const bare = (docs as unknown as OrderItem[]).filter(({ issuing }) => !issuing)
  const ids = present(bare.map(({ order }) => idOf(order)))
  const found = await read(audit, 'orders', { id: { in: ids }, state: { in: waiting } })
  const orders = new Map((found as unknown as Order[]).map((order) => [order.id, order]))
  return bare.flatMap((item): Remark[] => {
    const order = orders.get(idOf(item.order) as never)
    if (!order) return []
    const remedy = remedyOf(order, 'compare the product with the order before it is paid.')
    const message = `Its licenses follow from its product of today, of order ${order.orderNumber}: ${remedy}`
    return [{ id: item.id, message }]
  })
}
