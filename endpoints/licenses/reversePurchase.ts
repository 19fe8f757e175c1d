import { z } from 'zod'

import { licenseResourceView } from '../../src/api/licenses/licenseView'
import { purchaseResourceView } from '../../src/api/purchases/purchaseView'
import { id, paragraph } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { reversePurchase as reverse } from '../../src/operations/licenses/reversePurchase'
import { purchaseAnswer } from './recordPurchase'

export const reversePurchase = defineEndpoint({
  method: 'post',
  path: '/v1/purchases/:id/reverse',
  tag: 'Purchases',
  summary: 'Undo a purchase by an entry against it, saying why; the license changes with it',
  caller: 'user',
  params: z.object({ id }),
  body: z.strictObject({ reason: paragraph(2000).min(1) }),
  response: purchaseAnswer,
  status: 201,
  errors: [
    'INVALID_INPUT',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'ALREADY_REVERSED',
    'PURCHASE_CONFLICT',
    'EDIT_CONFLICT',
  ],
  handler: async ({ req, params, body, now }) => {
    const { license, purchase } = await reverse(req, params.id, body.reason, now)
    return {
      body: {
        purchase: purchaseResourceView.view(purchase),
        license: licenseResourceView.view(license),
      },
    }
  },
})
