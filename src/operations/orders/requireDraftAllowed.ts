import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { lockRow } from '../../database/lockRow'
import { ChannelError } from '../../domain/errors'
import type { Id } from '../../domain/idOf'
import { orderMachine } from '../../domain/orders/orderMachine'

/**
 * One more draft of a partner, whoever begins it: staff and the system fill the same list of it. An
 * order that is sent back becomes a draft all the same, as nobody's decision waits for another's
 * drafts. Within a transaction others that begin one for this partner wait until it ends.
 * @throws TOO_MANY_DRAFTS where it has as many as it may
 */
export const requireDraftAllowed = async (req: PayloadRequest, partner: Id): Promise<void> => {
  const { limits, slugs } = channelOf(req.payload).options
  await lockRow(req, slugs.partners, partner)
  const { totalDocs } = await req.payload.db.count({
    collection: slugs.orders,
    where: { and: [{ partner: { equals: partner } }, { state: { equals: orderMachine.initial } }] },
    req,
  })
  if (totalDocs < limits.draftsPerPartner) return
  const details = { drafts: totalDocs, most: limits.draftsPerPartner }
  throw new ChannelError('TOO_MANY_DRAFTS', { path: 'partner', details })
}

/**
 * Writes one more draft of a partner together with the look whether it may: of many at once no more
 * get through than there is room for.
 * @throws TOO_MANY_DRAFTS
 */
export const whileDraftAllowed = <T>(
  req: PayloadRequest,
  partner: Id,
  write: () => Promise<T>,
): Promise<T> =>
  inTransaction(req, async () => {
    await requireDraftAllowed(req, partner)
    return write()
  })
