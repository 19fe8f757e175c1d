import type { CollectionBeforeChangeHook } from 'payload'

import { ChannelError } from '../../src/domain/errors'
import { orderMachine } from '../../src/domain/orders/orderMachine'
import { requireNotIssued } from '../../src/operations/orders/requireNotIssued'

/** No write, by anyone through any interface, moves an order along a way that the machine lacks. */
export const enforceTransition: CollectionBeforeChangeHook = async (args) => {
  const { data, operation, originalDoc, req } = args
  if (operation === 'create' || data.state === undefined || data.state === originalDoc.state)
    return data
  if (data.state === 'cancelled') await requireNotIssued(req, originalDoc)
  if (!orderMachine.allows(originalDoc.state, data.state))
    throw new ChannelError('ORDER_STATE_CONFLICT', { path: 'state' })
  return data
}
