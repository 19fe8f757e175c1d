import type { PayloadRequest } from 'payload'

import type { Action } from '../../domain/grants'
import type { Order, Partner } from '../../payload-types'
import { partnerOf } from '../partners/partnerOf'
import { requireActionOn } from '../access/requireActionOn'

/**
 * An order that the caller may do something with, and its partner.
 * @throws UNAUTHENTICATED; NOT_FOUND also where the caller may not know of it; FORBIDDEN where it
 * may be seen, but not this be done with it
 */
export const requireOrder = async (
  req: PayloadRequest,
  id: number | string,
  action: Action,
): Promise<{ order: Order; partner: Partner }> => {
  const order = await requireActionOn(req, 'orders', id, action)
  return { order, partner: await partnerOf(req, order) }
}
