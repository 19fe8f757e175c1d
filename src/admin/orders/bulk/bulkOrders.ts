import {
  orderMachine,
  type OrderAction,
  type OrderState,
} from '../../../domain/orders/orderMachine'
import { sum } from '../../../domain/money/money'
import type { SeenOrder } from '../useOrderAction'

/** An order as the list has it. */
export type BulkOrder = SeenOrder & {
  orderNumber: string
  state: OrderState
  total: number
  currency: string
  licenseCount: number
}

/** How many are decided on at once. */
export const MOST_AT_ONCE = 1_000

type Stored = Partial<Record<Exclude<keyof BulkOrder, 'id'>, unknown>> & { id: number | string }

export const bulkOrderOf = ({ id, ...doc }: Stored): BulkOrder => ({
  id: String(id),
  orderNumber: String(doc.orderNumber ?? id),
  revision: Number(doc.revision ?? 0),
  state: doc.state as OrderState,
  total: Number(doc.total ?? 0),
  currency: String(doc.currency ?? ''),
  licenseCount: Number(doc.licenseCount ?? 0),
})

/** The orders that the action is possible with. */
export const targetsOf = (orders: BulkOrder[], action: OrderAction): BulkOrder[] =>
  orders.filter(({ state }) => orderMachine.targets(state, action).length > 0)

/** What they come to, by currency, in the currencies' alphabetical order. */
export const totalsByCurrency = (orders: BulkOrder[]): [currency: string, total: number][] => {
  const currencies = [...new Set(orders.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => [
    currency,
    sum(orders.filter((order) => order.currency === currency).map(({ total }) => total)),
  ])
}
