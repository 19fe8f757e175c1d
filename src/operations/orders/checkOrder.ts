import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { checkGuards } from '../../domain/orders/checkGuards'
import type { OrderAction } from '../../domain/orders/orderMachine'
import type { Order, OrderItem, Partner } from '../../payload-types'
import { approvalLimitOf } from './approvalLimitOf'
import { currenciesOf } from './currenciesOf'
import { licenseCountOf } from './licenseCountOf'

type Whole = { order: Order; items: OrderItem[]; partner: Partner }

/** The actions that are held to what the whole order is. */
const guarded: OrderAction[] = ['submit', 'approve']

/**
 * What must hold for an action, whatever way the order came to be as it is.
 * @throws the code of the first guard that does not hold
 */
export const checkOrder = async (
  req: PayloadRequest,
  action: OrderAction,
  { items, order, partner }: Whole,
): Promise<void> => {
  if (!guarded.includes(action)) return
  const { agreement, limits } = channelOf(req.payload).options
  checkGuards(action, {
    agreementAcknowledged: order.agreementAcknowledged ?? false,
    agreementIsCurrent: order.agreementVersion === agreement.version,
    partnerIsActive: partner.status === 'ACTIVE',
    lineCount: items.length,
    licenseCount: await licenseCountOf(req, items),
    most: { lines: limits.linesPerOrder, licenses: limits.licensesPerOrder },
    currencies: await currenciesOf(req, order, items),
    total: order.total,
    approvalLimit: approvalLimitOf(req, order.currency ?? ''),
  })
}
