import type { Endpoint } from 'payload'
import { z } from 'zod'

import { accessOf } from '../../access/can'
import { ChannelError } from '../../src/domain/errors'
import { orderInput } from '../../src/api/orders/orderInput'
import { orderView, viewOrder } from '../../src/api/orders/orderView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { placeOrderOnce } from '../../src/operations/orders/placeOrderOnce'
import { requirePartner } from '../../src/operations/partners/requirePartner'
import type { ChannelOptions } from '../../src/options'
import { idempotencyHeader, readIdempotencyKey } from '../records/idempotencyKey'

export const placeOrder = ({ limits }: ChannelOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/v1/partners/orders',
    tag: 'Partner orders',
    summary: 'Place an order with its lines, or keep it as a draft',
    caller: 'user',
    headers: idempotencyHeader('order'),
    body: orderInput(limits.linesPerOrder).meta({ title: 'OrderInput' }),
    example: {
      agreementAcknowledged: true,
      items: [
        {
          sku: 'PRO-TEAM',
          licenseType: 'subscription',
          quantity: 12,
          durationYears: 2,
          endUserName: 'Adventure Works',
        },
      ],
    },
    response: z.object({ order: orderView }),
    status: 201,
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'IDEMPOTENCY_CONFLICT',
      'UNKNOWN_PRODUCT',
      'PRICE_UNAVAILABLE',
      'ORDER_EMPTY',
      'AGREEMENT_REQUIRED',
      'TOO_MANY_LICENSES',
      'AGREEMENT_CHANGED',
      'TOO_MANY_LINES',
      'TOO_MANY_DRAFTS',
      'PRICE_CHANGED',
      'PARTNER_INACTIVE',
      'CURRENCY_CONFLICT',
      'AMOUNT_TOO_LARGE',
    ],
    handler: async ({ req, body, now }) => {
      const partner = await requirePartner(req)
      if (!accessOf(req, 'orders', 'create')) throw new ChannelError('FORBIDDEN')
      const placed = await placeOrderOnce(req, partner, body, readIdempotencyKey(req.headers), now)
      return { body: { order: viewOrder(placed.order, placed.items, partner) } }
    },
  })
