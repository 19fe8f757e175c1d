import type { Endpoint } from 'payload'
import { z } from 'zod'

import type { ErrorCode } from '../../src/domain/errors'
import { seenTotal } from '../../src/api/orders/orderInput'
import {
  actionsWithReason,
  orderActions,
  type OrderAction,
} from '../../src/domain/orders/orderMachine'
import { licenseView, orderView, viewLicense, viewOrder } from '../../src/api/orders/orderView'
import { revision } from '../../src/api/seenRevision'
import { paragraph } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { transitionOrder } from '../../src/operations/orders/transitionOrder'
import { orderParams } from './orderParams'
import { entityTag, ifMatchHeader, readRevision } from '../records/seenRevision'

const summaries: Record<OrderAction, string> = {
  submit: 'Send a draft for review',
  approve: 'Approve an order; issues its licenses unless it must be paid first',
  reject: 'Reject an order, saying why',
  return: 'Send an order back to its partner as a draft, saying why',
  pay: 'Note that an order is paid; issues its licenses',
  complete: 'Complete an order',
  revise: 'Make a draft of a rejected order again',
  cancel: 'Cancel an order',
}

/** What the whole order can be refused for. */
const whole: ErrorCode[] = [
  'TOO_MANY_LINES',
  'TOO_MANY_LICENSES',
  'PARTNER_INACTIVE',
  'CURRENCY_CONFLICT',
]

/** What an action can be refused for, beside what all of them can. */
const codes: Partial<Record<OrderAction, ErrorCode[]>> = {
  submit: [
    'ORDER_EMPTY',
    'AGREEMENT_REQUIRED',
    'UNKNOWN_PRODUCT',
    'PRICE_UNAVAILABLE',
    'AGREEMENT_CHANGED',
    ...whole,
    'AMOUNT_TOO_LARGE',
    'PRICE_CHANGED',
    'ORDER_LOCKED',
  ],
  approve: ['ORDER_EMPTY', ...whole, 'APPROVAL_LIMIT_EXCEEDED', 'NUMBERS_EXHAUSTED'],
  pay: ['NUMBERS_EXHAUSTED'],
  cancel: ['ORDER_ISSUED'],
}

const reason = paragraph(2000).min(1)

const decided = { reason: reason.optional(), note: paragraph(2000).optional() }

const bodyOf = (
  action: OrderAction,
): z.ZodType<{ note?: string; reason?: string; revision?: number; total?: number }> => {
  if (actionsWithReason.includes(action)) return z.strictObject({ reason, revision })
  const body = z.strictObject({ ...decided, revision })
  return action === 'submit' ? body.extend({ total: seenTotal }) : body
}

const define = (action: OrderAction, path: `/${string}`, tag: string): Endpoint =>
  defineEndpoint({
    method: 'post',
    path,
    tag,
    summary: summaries[action],
    caller: 'user',
    params: orderParams,
    headers: ifMatchHeader,
    body: bodyOf(action),
    response: z.object({ order: orderView, licenses: z.array(licenseView) }),
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'ORDER_STATE_CONFLICT',
      'EDIT_CONFLICT',
      'REVISION_REQUIRED',
      ...(codes[action] ?? []),
    ],
    handler: async (input) => {
      const { body, now, params, req } = input
      const seen = { revision: readRevision(input) }
      const done = await transitionOrder(req, { id: params.id, action, ...body, ...seen }, now)
      const order = viewOrder(done.order, done.items, done.partner)
      return {
        headers: { ETag: entityTag(order.revision) },
        body: { order, licenses: done.licenses.map(viewLicense) },
      }
    },
  })

/** One route for each action of the order machine; submitting has the partners' path as well. */
export const orderActionEndpoints: Endpoint[] = [
  ...orderActions.map((action) => define(action, `/v1/orders/:id/${action}`, 'Order review')),
  define('submit', '/v1/partners/orders/:id/submit', 'Partner orders'),
]
