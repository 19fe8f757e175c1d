import type { Request } from 'autocannon'

import { LINES, orderBody } from './catalog'
import { countRows, expectBetween } from './engines'
import type { Contenders } from './contenders'
import { CONNECTIONS, drive } from './load'
import type { Workload } from './report'

const body = JSON.stringify(orderBody(1))
const tables = ['orders', 'order_items', 'change_logs', 'events'] as const

/** F1: orders of 20 lines placed over HTTP, 8 at once. */
export const placeOrders = (contenders: Contenders, seconds: number): Workload => {
  const { ours, limit, plain, tokens, uris } = contenders
  const place = async (url: string, path: string, token?: string): Promise<number> => {
    const before = await countRows(uris.ours, tables)
    const requests: Request[] = [{ method: 'POST', path, body }]
    const { done, perSecond } = await drive(url, requests, seconds, token)
    const after = await countRows(uris.ours, tables)
    const orders = after.orders - before.orders
    // The connections' last requests are cut off, two at most each; the server may have served them.
    expectBetween('orders', orders, done, done + 2 * CONNECTIONS)
    expectBetween('lines', after.order_items - before.order_items, orders * LINES, orders * LINES)
    expectBetween('log entries', after.change_logs - before.change_logs, orders, orders)
    expectBetween('events', after.events - before.events, orders, orders)
    return perSecond
  }
  return {
    id: 'F1',
    unit: 'orders/s',
    target: 0.3,
    measure: {
      ours: () => place(ours.url, '/api/v1/partners/orders', tokens.partner),
      limit: () => place(limit.url, '/orders'),
      plain: () => placePlain(plain.url, uris.plain, seconds, tokens.plain),
    },
  }
}

type Context = { order?: number | string }

/** What a naive host asks of its client: the order, each line, then the totals. */
const plainRequests = (): Request[] => [
  {
    method: 'POST',
    path: '/api/orders',
    body: JSON.stringify({ state: 'draft', currency: 'USD', agreementAcknowledged: true }),
    onResponse: (_status, answer, context) => {
      ;(context as Context).order = (JSON.parse(answer) as { doc: { id: number } }).doc.id
    },
  },
  ...orderBody(1).items.map((line, position): Request => ({
    method: 'POST',
    path: '/api/order-items',
    setupRequest: (request, context) => {
      const { order } = context as Context
      const amounts = { unitPrice: 240_000, subtotal: 240_000, tax: 19_800, total: 259_800 }
      return { ...request, body: JSON.stringify({ order, position, ...line, ...amounts }) }
    },
  })),
  {
    method: 'PATCH',
    setupRequest: (request, context) => ({
      ...request,
      path: `/api/orders/${(context as Context).order}`,
      body: JSON.stringify({ state: 'pending_review', subtotal: 4_800_000, total: 5_196_000 }),
    }),
  },
]

const placePlain = async (
  url: string,
  uri: string,
  seconds: number,
  token: string,
): Promise<number> => {
  const before = await countRows(uri, ['orders', 'order_items'])
  const requests = plainRequests()
  const { done, perSecond } = await drive(url, requests, seconds, token)
  const after = await countRows(uri, ['orders', 'order_items'])
  const written = after.orders - before.orders + (after.order_items - before.order_items)
  const writes = (done * (requests.length - 1)) / requests.length
  expectBetween('rows of plain', written, writes - CONNECTIONS, writes + 3 * CONNECTIONS)
  return perSecond / requests.length
}
