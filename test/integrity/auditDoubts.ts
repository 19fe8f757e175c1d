import type { Json } from '../support/fixtures'

/** What sales may approve, in minor units. */
export const ENOUGH = 10_000_000_000

/** Documents as the database of these tests can't have them, and what is said of them. */
export const doubts: [name: string, collection: string, changes: Json, message: string][] = [
  [
    'price-list-minor-units',
    'price-lists',
    { currency: 'HUF' },
    'amounts in HUF were once entered with 0 decimal places and have 2. Please check that they are not 100 times off.',
  ],
  [
    'order-minor-units',
    'orders',
    { currency: 'IDR', total: 1_234_500 },
    'Its total is IDR\u00a012,345.00: amounts in IDR',
  ],
  [
    'purchase-minor-units',
    'purchases',
    { currency: 'COP', amount: -500 },
    'Its amount is -COP\u00a05.00: amounts in COP',
  ],
  [
    'order-limits',
    'orders',
    { licenseCount: 300_000, state: 'completed' },
    'and 300000 licenses, at most 200 and 100000 are allowed: ask the partner whether it was meant.',
  ],
  [
    'order-approval-limit',
    'orders',
    { total: ENOUGH + 1 },
    'Its total is $100,000,000.01; whoever approved it may approve $100,000,000.00 today',
  ],
  [
    'order-approval-limit',
    'orders',
    { total: 1, currency: 'JPY' },
    'may approve nothing in JPY today',
  ],
  [
    'order-partner-active',
    'orders',
    { state: 'pending_review', decidedAt: null, partner: 'idle' },
    'Its partner is not active: it goes no further until it is.',
  ],
  [
    'order-partner-active',
    'orders',
    { partner: 'idle' },
    'It was approved while its partner was not active',
  ],
]
