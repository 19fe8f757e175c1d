import type { CollectionConfig } from 'payload'

import type { SlugKey } from '../src/slugs'
import { alerts } from './alerts/alerts'
import { changeLogs } from './changeLog/changeLogs'
import { counters } from './records/counters'
import { customers } from './customers/customers'
import { deployments } from './deployments/deployments'
import { engineers } from './deployments/engineers'
import { events } from './events/events'
import type { DefineCollection } from './fields'
import { jobRuns } from './queue/jobRuns'
import { licenses } from './licenses/licenses'
import { mails } from './mail/mails'
import { notifications } from './events/notifications'
import { orderItems } from './orders/orderItems'
import { orders } from './orders/orders'
import { partners } from './partners/partners'
import { priceListItems } from './pricing/priceListItems'
import { priceLists } from './pricing/priceLists'
import { products } from './products/products'
import { purchases } from './purchases/purchases'
import { rateWindows } from './access/rateWindows'
import { salesReps } from './partners/salesReps'
import { tiers } from './partners/tiers'
import { usageDays } from './usage/usageDays'
import { usageReports } from './usage/usageReports'

/** Every collection of the plugin but `users`, which may be the host's; order = order in the admin. */
export const collections: Record<Exclude<SlugKey, 'users'>, DefineCollection<CollectionConfig>> = {
  orders,
  orderItems,
  licenses,
  purchases,
  deployments,
  usageReports,
  usageDays,
  alerts,
  partners,
  customers,
  tiers,
  products,
  priceLists,
  priceListItems,
  salesReps,
  engineers,
  notifications,
  changeLogs,
  events,
  mails,
  jobRuns,
  counters,
  rateWindows,
}
