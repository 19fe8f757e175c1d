/** The collections of the plugin: the name in code → the slug that a host sees, which it may change. */
export const defaultSlugs = {
  users: 'users',
  partners: 'partners',
  tiers: 'tiers',
  products: 'products',
  priceLists: 'price-lists',
  priceListItems: 'price-list-items',
  customers: 'customers',
  salesReps: 'sales-reps',
  engineers: 'engineers',
  orders: 'orders',
  orderItems: 'order-items',
  licenses: 'licenses',
  purchases: 'purchases',
  deployments: 'deployments',
  usageReports: 'usage-reports',
  usageDays: 'usage-days',
  alerts: 'alerts',
  changeLogs: 'change-logs',
  notifications: 'notifications',
  events: 'events',
  mails: 'mails',
  jobRuns: 'job-runs',
  counters: 'counters',
  rateWindows: 'rate-windows',
} as const

export type Slugs = typeof defaultSlugs
export type SlugKey = keyof Slugs
