import type { Where } from 'payload'

import { orderSummaryView, viewOrderSummary } from '../../src/api/orders/orderView'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { listOf, listQuery } from '../../src/api/listQuery'
import { requirePartner } from '../../src/operations/partners/requirePartner'

export const listPartnerOrders = defineEndpoint({
  method: 'get',
  path: '/v1/partners/orders',
  tag: 'Partner orders',
  summary: 'The partner’s orders, the newest first',
  caller: 'user',
  query: listQuery,
  response: listOf(orderSummaryView),
  errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'],
  handler: async ({ req, channel, query }) => {
    const partner = await requirePartner(req)
    const own: Where = { partner: { equals: partner.id } }
    const found = await req.payload.find({
      collection: channel.options.slugs.orders,
      where: query.where ? { and: [own, query.where as Where] } : own,
      sort: query.sort ?? '-orderDate',
      limit: query.limit,
      page: query.page,
      depth: 0,
      joins: false,
      overrideAccess: false,
      user: req.user,
      req,
    })
    const docs = found.docs.map((order) => viewOrderSummary(order, partner))
    const { nextPage = null, page = 1, prevPage = null } = found
    return { body: { ...found, docs, page, nextPage, prevPage } }
  },
})
