import { z } from 'zod'

import { orderView, viewOrder } from '../../src/api/orders/orderView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { itemsOf } from '../../src/operations/orders/itemsOf'
import { requireOrder } from '../../src/operations/orders/requireOrder'
import { orderParams } from './orderParams'
import { entityTag } from '../records/seenRevision'

export const getPartnerOrder = defineEndpoint({
  method: 'get',
  path: '/v1/partners/orders/:id',
  tag: 'Partner orders',
  summary: 'One order with its lines',
  caller: 'user',
  params: orderParams,
  response: z.object({ order: orderView }),
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
  handler: async ({ req, params }) => {
    const { order, partner } = await requireOrder(req, params.id, 'read')
    const items = await itemsOf(req, order.id)
    const view = viewOrder(order, items, partner)
    return { headers: { ETag: entityTag(view.revision) }, body: { order: view } }
  },
})
