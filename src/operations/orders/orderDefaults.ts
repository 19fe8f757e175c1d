import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { ORDER_PREFIX } from '../../domain/numbers'
import { orderMachine } from '../../domain/orders/orderMachine'
import { callerOf } from '../../../access/callerOf'
import type { Partner } from '../../payload-types'
import { requireDraftAllowed } from './requireDraftAllowed'
import { reserveNumbers } from '../records/reserveNumbers'

/**
 * What every order starts with. Its partner is the caller's own; staff name one.
 * @throws INVALID_INPUT naming `partner` when there is none or it is not active; TOO_MANY_DRAFTS
 */
export const orderDefaults = async (
  req: PayloadRequest,
  data: { partner?: unknown },
  now: Date,
): Promise<Record<string, unknown>> => {
  const wanted = callerOf(req)?.links.partner ?? idOf(data.partner as string)
  const partner =
    wanted === null
      ? null
      : await readRow<Partner>(req, slugsOf(req.payload).partners, {
          id: { equals: wanted },
          status: { equals: 'ACTIVE' },
        })
  if (!partner)
    throw new ChannelError('INVALID_INPUT', { path: 'partner', message: 'Name an active partner.' })
  await requireDraftAllowed(req, partner.id)
  const [orderNumber] = await reserveNumbers(req, ORDER_PREFIX, 1, now)
  return {
    orderNumber,
    orderDate: now.toISOString(),
    state: orderMachine.initial,
    partner: partner.id,
    currency: partner.currency,
    requestKey: randomUUID(),
  }
}
