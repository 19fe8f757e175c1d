import type { CollectionConfig } from 'payload'

import type { SlugKey } from '../src/slugs'
import { changeLogs } from './changeLogs'
import { counters } from './counters'
import { customers } from './customers'
import { engineers } from './engineers'
import { events } from './events'
import type { DefineCollection } from './fields'
import { licenses } from './licenses'
import { mails } from './mails'
import { notifications } from './notifications'
import { orderItems } from './orderItems'
import { orders } from './orders'
import { partners } from './partners'
import { priceListItems } from './priceListItems'
import { priceLists } from './priceLists'
import { products } from './products'
import { salesReps } from './salesReps'
import { tiers } from './tiers'

/** Every collection of the plugin but `users`, which may be the host's; order = order in the admin. */
export const collections: Record<Exclude<SlugKey, 'users'>, DefineCollection<CollectionConfig>> = {
  orders,
  orderItems,
  licenses,
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
  counters,
}
