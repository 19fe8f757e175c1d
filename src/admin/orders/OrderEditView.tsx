import { DefaultEditView } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { DocumentViewServerProps, PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import { idOf } from '../../domain/idOf'
import type { Order } from '../../payload-types'
import { loadOrderPage } from './loadOrderPage'
import { loadPartner } from '../partners/loadPartner'
import { OrderDetails } from './OrderDetails'
import { OrderForm } from './OrderForm'
import { OrderReview } from './OrderReview'
import { OrderStepNav } from '../ui/OrderStepNav'
import { slotsOf } from '../slotsOf'

const isStaff = (req: PayloadRequest) => accessOf(req, 'orders', 'read') === true

/**
 * An order as its reader needs it: a form for the partner while it is a draft, what became of it
 * afterwards, and for staff a page to decide on it.
 */
export const OrderEditView = async (props: DocumentViewServerProps) => {
  const { req } = props.initPageResult
  const order = (props.doc?.id ? props.doc : null) as null | Order
  const staff = isStaff(req)
  if (staff && !order) return <DefaultEditView {...slotsOf(props)} />
  return (
    <>
      <OrderStepNav
        id={order?.id}
        slug={channelOf(req.payload).options.slugs.orders}
        title={order?.orderNumber ?? null}
      />
      {await contentFor(req, order, staff)}
    </>
  )
}

const contentFor = async (req: PayloadRequest, order: null | Order, staff: boolean) => {
  const { agreement, limits, slugs } = channelOf(req.payload).options
  const own = callerOf(req)?.links.partner ?? null
  const partner = await loadPartner(req, order ? idOf(order.partner) : own)
  const page = order && (await loadOrderPage(req, order, partner ?? { id: '', name: '' }))
  if (staff && page) return <OrderReview page={page} partner={partner} slugs={slugs} />
  const writes = accessOf(req, 'orders', order ? 'update' : 'create')
  if (partner && writes && (!page || page.order.state === 'draft'))
    return (
      <OrderForm
        agreement={agreement}
        key={page?.order.id ?? 'new'}
        maxLines={limits.linesPerOrder}
        order={page?.order ?? null}
        partner={partner}
        slug={slugs.orders}
      />
    )
  return page ? <OrderDetails page={page} partner={partner} slugs={slugs} /> : notFound()
}

/** Payload's own form with every field, for staff. */
export const OrderFieldsView = (props: DocumentViewServerProps) =>
  isStaff(props.initPageResult.req) ? <DefaultEditView {...slotsOf(props)} /> : notFound()
