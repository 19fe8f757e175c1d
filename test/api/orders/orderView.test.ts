import { describe, expect, it } from '@jest/globals'
import {
  licenseView,
  orderItemView,
  orderView,
  viewLicense,
  viewOrder,
  viewOrderSummary,
} from '../../../src/api/orders/orderView'

const order = {
  id: 7,
  orderNumber: 'PO-202611-000007',
  orderDate: new Date('2026-11-21T10:00:00Z'),
  state: 'pending_payment',
  currency: 'USD',
  subtotal: 20_000,
  discountTotal: 2_000,
  taxTotal: 1_800,
  total: 19_800,
  licenseCount: 2,
  agreementAcknowledged: 1,
  agreementVersion: '1',
  agreementDate: '2026-11-21T12:00:00+02:00',
  submittedAt: undefined,
  decidedAt: null,
  internalNotes: 'margin is thin',
  requestKey: 'k',
  requestHash: 'h',
  issuedAt: '2026-11-21T10:00:00Z',
  decidedBy: 'u-1',
  partner: 'p-1',
}
const item = {
  id: 11,
  order: 7,
  sku: 'ENT-1',
  productName: 'Suite',
  licenseType: 'subscription',
  quantity: 2,
  durationYears: 1,
  unitPrice: 10_000,
  listPrice: 12_000,
  subtotal: 20_000,
  discount: 2_000,
  taxRateBps: 1_000,
  tax: 1_800,
  total: 19_800,
  endUserName: 'Acme Ltd',
  tier: 'gold',
  priceListItem: 'row-1',
}
const license = {
  id: 3,
  licenseId: 'ENT-202611-000001',
  state: 'created',
  productType: 'enterprise',
  licenseType: 'perpetual',
  seats: 1,
  startsAt: new Date('2026-11-21T00:00:00Z'),
  expiresAt: null,
  limits: { workspaces: 5, users: 50 },
  internalNotes: 'secret',
  issueKey: 'o-1:1',
}
const partner = { id: 1, name: 'Northwind' }

describe('viewOrder', () => {
  const view = viewOrder(order, [item], partner)

  it('is what the API’s schema says, and no field more', () => {
    expect(orderView.strict().parse(view)).toEqual(view)
    expect(orderItemView.strict().parse(view.items[0])).toEqual(view.items[0])
  })

  it('shows IDs as text and instants as ISO in UTC, from any database', () => {
    expect(view).toMatchObject({
      id: '7',
      partner: { id: '1', name: 'Northwind' },
      orderDate: '2026-11-21T10:00:00.000Z',
      agreementDate: '2026-11-21T10:00:00.000Z',
      submittedAt: null,
      decidedAt: null,
      items: [{ id: '11' }],
    })
  })

  it('derives the status from the state', () => {
    expect(view.status).toBe('APPROVED')
  })

  it('shows nothing internal', () => {
    expect(JSON.stringify(view)).not.toMatch(/margin|requestKey|requestHash|row-1|gold|decidedBy/)
  })

  it('adds up as it was stored', () => {
    expect(view.total).toBe(view.subtotal - view.discountTotal + view.taxTotal)
  })
})

describe('viewOrderSummary', () => {
  it('is the order without its lines', () => {
    const { items: _items, ...summary } = viewOrder(order, [item], partner)
    expect(viewOrderSummary(order, partner)).toEqual(summary)
  })
})

describe('viewLicense', () => {
  it('is what the API’s schema says; a perpetual license has no end', () => {
    const view = viewLicense(license)
    expect(licenseView.strict().parse(view)).toEqual(view)
    expect(view.expiresAt).toBeNull()
  })
})
