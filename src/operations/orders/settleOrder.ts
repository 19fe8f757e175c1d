import { setTimeout as wait } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { hasTransactions } from '../../database/hasTransactions'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import type { Order } from '../../payload-types'
import { finishOrder } from './finishOrder'

/** After so long whoever made a change is taken for dead, and others write the rest of it. */
const FINISH_AFTER_MS = 3_000
const PATIENCE_MS = 20_000
const PAUSE_MS = 50

/**
 * Waits until all of an order's last change is written, or writes the rest of it; for a database
 * without transactions, elsewhere there is nothing to wait for.
 * @throws ORDER_STATE_CONFLICT when a large change takes longer than a request may wait
 */
export const settleOrder = async (req: PayloadRequest, id: number | string): Promise<void> => {
  if (hasTransactions(req.payload)) return
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const order = await readRow<Order>(req, slugsOf(req.payload).orders, { id: { equals: id } })
    if (!order?.unfinishedSince) return
    const age = Date.now() - new Date(order.unfinishedSince).getTime()
    if (age > FINISH_AFTER_MS) await finishOrder(req, order)
    else await wait(PAUSE_MS)
  }
  throw new ChannelError('ORDER_STATE_CONFLICT')
}
