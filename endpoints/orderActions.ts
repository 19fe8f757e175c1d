import type { Endpoint } from 'payload'
import { z } from 'zod'

import type { ErrorCode } from '../src/domain/errors'
import { actionsWithReason, orderActions, type OrderAction } from '../src/domain/orderMachine'
import { licenseView, orderView, viewLicense, viewOrder } from '../src/domain/orderView'
import { paragraph } from '../src/domain/text'
import { defineEndpoint } from '../src/http/defineEndpoint'
import { transitionOrder } from '../src/operations/transitionOrder'
import { orderParams } from './orderParams'

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

/** What an action can be refused for, beside what all of them can. */
const codes: Partial<Record<OrderAction, ErrorCode[]>> = {
  submit: [
    'ORDER_EMPTY',
    'AGREEMENT_REQUIRED',
    'UNKNOWN_PRODUCT',
    'PRICE_UNAVAILABLE',
    'TOO_MANY_LICENSES',
    'AMOUNT_TOO_LARGE',
  ],
  approve: ['ORDER_EMPTY', 'APPROVAL_LIMIT_EXCEEDED', 'NUMBERS_EXHAUSTED'],
  pay: ['NUMBERS_EXHAUSTED'],
}

const reason = paragraph(2000).min(1)

const define = (action: OrderAction, path: `/${string}`, tag: string): Endpoint =>
  defineEndpoint({
    method: 'post',
    path,
    tag,
    summary: summaries[action],
    caller: 'user',
    params: orderParams,
    body: actionsWithReason.includes(action)
      ? z.strictObject({ reason })
      : z.strictObject({ reason: reason.optional(), note: paragraph(2000).optional() }),
    response: z.object({ order: orderView, licenses: z.array(licenseView) }),
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'ORDER_STATE_CONFLICT',
      ...(codes[action] ?? []),
    ],
    handler: async ({ req, params, body, now }) => {
      const done = await transitionOrder(req, { id: params.id, action, ...body }, now)
      const order = viewOrder(done.order, done.items, done.partner)
      return { body: { order, licenses: done.licenses.map(viewLicense) } }
    },
  })

/** One route for each action of the order machine; submitting has the partners' path as well. */
export const orderActionEndpoints: Endpoint[] = [
  ...orderActions.map((action) => define(action, `/v1/orders/:id/${action}`, 'Order review')),
  define('submit', '/v1/partners/orders/:id/submit', 'Partner orders'),
]
