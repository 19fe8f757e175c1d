import { expect } from '@jest/globals'
import type { CollectionSlug, Payload } from 'payload'

import { findBreak } from '../../src/domain/records/hashChain'
import type { Json } from './fixtures'

const PAGE = 5_000

/** All documents of a collection, read beside every rule. */
export const allOf = async (
  payload: Payload,
  collection: string,
  where: object = {},
  sort?: string,
): Promise<Json[]> => {
  const docs: Json[] = []
  for (let page = 1; ; page += 1) {
    const found = await payload.db.find({
      collection: collection as CollectionSlug,
      where: where as never,
      sort: sort ?? 'id',
      limit: PAGE,
      page,
      pagination: true,
      joins: false as never,
    })
    docs.push(...found.docs)
    if (!found.hasNextPage) return docs
  }
}

/** Every document's chain of log entries follows entry by entry. */
export const proveChains = async (payload: Payload): Promise<void> => {
  const chains = new Map<string, Json[]>()
  for (const entry of await allOf(payload, 'change-logs', {}, 'sequence')) {
    const key = `${entry.subject}:${entry.documentId}`
    chains.set(key, [...(chains.get(key) ?? []), entry])
  }
  const broken = [...chains].filter(([, entries]) => findBreak(entries) !== null)
  expect(broken.map(([key]) => key)).toEqual([])
}

/** Each order's totals are the sums of its lines, and a line's total what its parts make. */
export const proveTotals = async (payload: Payload): Promise<void> => {
  const items = await allOf(payload, 'order-items')
  for (const item of items) expect(item.total).toBe(item.subtotal - item.discount + item.tax)
  for (const order of await allOf(payload, 'orders')) {
    const own = items.filter((item) => idOf(item.order) === idOf(order.id))
    const sum = (field: string) => own.reduce((total, item) => total + item[field], 0)
    const { subtotal, discountTotal, taxTotal, total } = order
    expect({ subtotal, discountTotal, taxTotal, total }).toEqual({
      subtotal: sum('subtotal'),
      discountTotal: sum('discount'),
      taxTotal: sum('tax'),
      total: sum('total'),
    })
  }
}

const idOf = (link: Json): string => String(link?.id ?? link)

/** Each order has all of its licenses or none, by its state; no number stands twice. */
export const proveLicenses = async (payload: Payload): Promise<void> => {
  const licenses = await allOf(payload, 'licenses')
  for (const field of ['licenseId', 'issueKey'])
    expect(new Set(licenses.map((license) => license[field])).size).toBe(licenses.length)
  const orders = await allOf(payload, 'orders')
  expect(new Set(orders.map(({ orderNumber }) => orderNumber)).size).toBe(orders.length)
  for (const order of orders) {
    const own = licenses.filter((license) => idOf(license.order) === idOf(order.id))
    const issued = ['in_progress', 'completed'].includes(order.state)
    expect([order.state, own.length]).toEqual([order.state, issued ? order.licenseCount : 0])
  }
}
