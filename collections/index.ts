import type { CollectionConfig } from 'payload'

import type { SlugKey } from '../src/slugs'
import { alerts } from './alerts'
import { changeLogs } from './changeLogs'
import { counters } from './counters'
import { customers } from './customers'
import { deployments } from './deployments'
import { engineers } from './engineers'
import { events } from './events'
import type { DefineCollection } from './fields'
import { jobRuns } from './jobRuns'
import { licenses } from './licenses'
import { mails } from './mails'
import { notifications } from './notifications'
import { orderItems } from './orderItems'
import { orders } from './orders'
import { partners } from './partners'
import { priceListItems } from './priceListItems'
import { priceLists } from './priceLists'
import { products } from './products'
import { purchases } from './purchases'
import { rateWindows } from './rateWindows'
import { salesReps } from './salesReps'
import { tiers } from './tiers'
import { usageDays } from './usageDays'
import { usageReports } from './usageReports'

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
