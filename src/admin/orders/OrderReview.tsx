'use client'

import { Button } from '@payloadcms/ui'

import '../channel.css'
import { InternalNotes } from '../ui/InternalNotes'
import { OrderActions } from './OrderActions'
import type { OrderPageProps } from './OrderDetails'
import { OrderHeader } from './OrderHeader'
import { OrderHistory } from './OrderHistory'
import { OrderLicenses } from './OrderLicenses'
import { OrderSummary } from './OrderSummary'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

/** All that staff need to decide on an order, and what has happened to it so far. */
export const OrderReview = ({ page, partner, slugs }: OrderPageProps) => {
  const { t } = useText()
  const routes = useRoutes()
  const { id } = page.order
  return (
    <div className="channel-page">
      <OrderHeader page={page}>
        <OrderActions page={page} staff />
        <Button
          buttonStyle="subtle"
          el="link"
          margin={false}
          to={routes.admin(`/collections/${slugs.orders}/${id}/fields`)}
        >
          {t('allFields')}
        </Button>
      </OrderHeader>
      <OrderSummary page={page} partner={partner} />
      <OrderLicenses licenses={page.licenses} orderId={id} slug={slugs.licenses} />
      <InternalNotes id={id} slug={slugs.orders} stored={page.internalNotes} />
      {page.history && (
        <OrderHistory currency={page.order.currency} entries={page.history} slug={slugs.orders} />
      )}
    </div>
  )
}
