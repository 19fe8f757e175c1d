import type { Endpoint } from 'payload'
import { z } from 'zod'

import { accessOf } from '../access/can'
import { ChannelError } from '../src/domain/errors'
import { orderInput } from '../src/domain/orderInput'
import { orderView, viewOrder } from '../src/domain/orderView'
import { defineEndpoint } from '../src/http/defineEndpoint'
import { placeOrderOnce } from '../src/operations/placeOrderOnce'
import { requirePartner } from '../src/operations/requirePartner'
import type { ChannelOptions } from '../src/options'

const idempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/)

export const placeOrder = ({ limits }: ChannelOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/v1/partners/orders',
    tag: 'Partner orders',
    summary: 'Place an order with its lines, or keep it as a draft',
    caller: 'user',
    headers: {
      'Idempotency-Key': {
        schema: idempotencyKey,
        description: 'The same key and body give the same order; another body gives 409.',
      },
    },
    body: orderInput(limits.linesPerOrder),
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
      'AMOUNT_TOO_LARGE',
    ],
    handler: async ({ req, body, now }) => {
      const partner = await requirePartner(req)
      if (!accessOf(req, 'orders', 'create')) throw new ChannelError('FORBIDDEN')
      const placed = await placeOrderOnce(req, partner, body, readKey(req.headers), now)
      return { body: { order: viewOrder(placed.order, placed.items, partner) } }
    },
  })

const readKey = (headers: Headers): string | null => {
  const key = headers.get('idempotency-key')
  if (key === null) return null
  if (!idempotencyKey.safeParse(key).success)
    throw new ChannelError('INVALID_INPUT', {
      path: 'Idempotency-Key',
      message: 'Send 1 to 255 visible ASCII characters.',
    })
  return key
}
