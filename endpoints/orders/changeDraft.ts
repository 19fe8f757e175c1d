import type { Endpoint } from 'payload'
import { z } from 'zod'

import { orderInput } from '../../src/api/orders/orderInput'
import { orderView, viewOrder } from '../../src/api/orders/orderView'
import { revision } from '../../src/api/seenRevision'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { requireOrder } from '../../src/operations/orders/requireOrder'
import { saveDraft } from '../../src/operations/orders/saveDraft'
import type { ChannelOptions } from '../../src/options'
import { orderParams } from './orderParams'
import { entityTag, ifMatchHeader, readRevision } from '../records/seenRevision'

export const changeDraft = ({ limits }: ChannelOptions): Endpoint =>
  defineEndpoint({
    method: 'patch',
    path: '/v1/partners/orders/:id',
    tag: 'Partner orders',
    summary: 'Replace the lines, notes and agreement of a draft',
    caller: 'user',
    params: orderParams,
    headers: ifMatchHeader,
    body: orderInput(limits.linesPerOrder)
      .omit({ submit: true, total: true })
      .extend({ revision })
      .meta({ title: 'OrderDraftInput' }),
    response: z.object({ order: orderView }),
    errors: [
      'INVALID_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'ORDER_LOCKED',
      'EDIT_CONFLICT',
      'REVISION_REQUIRED',
      'UNKNOWN_PRODUCT',
      'PRICE_UNAVAILABLE',
      'TOO_MANY_LICENSES',
      'AGREEMENT_CHANGED',
      'AMOUNT_TOO_LARGE',
    ],
    handler: async (input) => {
      const { body, now, params, req } = input
      const seen = readRevision(input)
      const { order, partner } = await requireOrder(req, params.id, 'update')
      const saved = await saveDraft(req, order, partner, { ...body, submit: false }, now, seen)
      const view = viewOrder(saved.order, saved.items, partner)
      return { headers: { ETag: entityTag(view.revision) }, body: { order: view } }
    },
  })
