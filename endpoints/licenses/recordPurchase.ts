import type { Endpoint } from 'payload'
import { z } from 'zod'

import { licenseResourceView } from '../../src/api/licenses/licenseView'
import { purchaseInput } from '../../src/domain/purchases/purchaseInput'
import { purchaseResourceView } from '../../src/api/purchases/purchaseView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { recordPurchase as record } from '../../src/operations/licenses/recordPurchase'
import type { ChannelOptions } from '../../src/options'
import { idempotencyHeader, readIdempotencyKey } from '../records/idempotencyKey'

export const purchaseAnswer = z.object({
  purchase: purchaseResourceView.schema,
  license: licenseResourceView.schema,
})

export const recordPurchase = ({ currencies }: ChannelOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/v1/purchases',
    tag: 'Purchases',
    summary: 'Record a renewal, an expansion or an upgrade; the license changes with it',
    caller: 'user',
    headers: idempotencyHeader('purchase'),
    body: purchaseInput(currencies),
    response: purchaseAnswer,
    status: 201,
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'IDEMPOTENCY_CONFLICT',
      'LICENSE_STATE_CONFLICT',
      'UNKNOWN_PRODUCT',
      'PURCHASE_CONFLICT',
      'NOTHING_BOUGHT',
      'EDIT_CONFLICT',
    ],
    handler: async ({ req, body, now }) => {
      const { license, purchase } = await record(req, body, readIdempotencyKey(req.headers), now)
      return {
        body: {
          purchase: purchaseResourceView.view(purchase),
          license: licenseResourceView.view(license),
        },
      }
    },
  })
