import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { SlugKey } from '../../slugs'

/** What refers to a document of a kind and would lose its meaning with it: collection, field. */
const links: Partial<Record<SlugKey, (readonly [SlugKey, string])[]>> = {
  customers: [
    ['licenses', 'customer'],
    ['orders', 'customer'],
    ['purchases', 'customer'],
    ['deployments', 'customer'],
    // What stays with it of a license that was given to another one.
    ['alerts', 'customer'],
    ['usageDays', 'customer'],
    ['usageReports', 'customer'],
  ],
  partners: [
    ['licenses', 'partner'],
    ['orders', 'partner'],
    ['customers', 'partner'],
    ['purchases', 'partner'],
    ['deployments', 'partner'],
    ['alerts', 'partner'],
    ['usageDays', 'partner'],
    ['usageReports', 'partner'],
    // Without its partner a list would hold for everybody.
    ['priceLists', 'partner'],
  ],
  tiers: [
    ['partners', 'tier'],
    ['priceLists', 'tier'],
    ['orderItems', 'tier'],
  ],
  products: [
    ['licenses', 'product'],
    ['orderItems', 'product'],
    ['priceListItems', 'product'],
    ['purchases', 'product'],
  ],
  priceLists: [['priceListItems', 'priceList']],
  salesReps: [
    ['licenses', 'salesRep'],
    ['purchases', 'salesRep'],
    ['alerts', 'salesRep'],
  ],
  engineers: [
    ['licenses', 'engineer'],
    ['deployments', 'engineer'],
    ['deployments', 'failedBy'],
  ],
  users: [
    ['orders', 'decidedBy'],
    ['purchases', 'recordedBy'],
    ['alerts', 'handledBy'],
  ],
}

/** What to do instead, where that is not plain. */
const insteadOf: Partial<Record<SlugKey, string>> = {
  users:
    'Decisions, purchases or alerts say that this user made them. Take away its roles instead: then it can do nothing any more.',
}

/** @throws IN_USE when another document refers to this one */
export const requireUnlinked = async (
  req: PayloadRequest,
  key: SlugKey,
  id: number | string,
): Promise<void> => {
  const slugs = slugsOf(req.payload)
  for (const [from, field] of links[key] ?? [])
    if (await readRow(req, slugs[from], { [field]: { equals: id } }))
      throw new ChannelError('IN_USE', { message: insteadOf[key] })
}
