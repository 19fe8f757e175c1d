import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { licenseMachine } from '../../domain/licenses/licenseMachine'
import type { License } from '../../payload-types'

/**
 * Makes way for the deletion of a license that nothing ever came of: the purchase that it began with
 * goes along, as it tells of nothing else, money least of all.
 * @throws LICENSE_HAS_HISTORY when it came from an order, was ever in another state, was deployed or
 * used, an alert was raised on it, or anything was paid or bought for it
 */
export const requireNoHistory = async (req: PayloadRequest, id: number | string): Promise<void> => {
  const { alerts, deployments, licenses, purchases, usageDays, usageReports } = slugsOf(req.payload)
  const license = await readRow<License>(req, licenses, { id: { equals: id } })
  if (!license) return
  const own: Where = { license: { equals: id } }
  const has = async (collection: CollectionSlug, where: Where) =>
    (await readRow(req, collection, where)) !== null
  if (
    license.order ||
    license.state !== licenseMachine.initial ||
    license.stateChangedAt ||
    (await has(purchases, { and: [own, { or: [isLater, isPaid] }] })) ||
    (await has(deployments, own)) ||
    (await has(usageReports, own)) ||
    (await has(usageDays, own)) ||
    (await has(alerts, own))
  )
    throw new ChannelError('LICENSE_HAS_HISTORY')
  await req.payload.db.deleteMany({ collection: purchases, where: own, req })
}

const isLater: Where = { type: { in: ['renewal', 'expansion', 'upgrade'] } }
const isPaid: Where = { amount: { not_equals: 0 } }
