'use client'

import type { Slugs } from '../../slugs'
import '../channel.css'
import type { OrderPage } from './loadOrderPage'
import { OrderActions } from './OrderActions'
import { OrderHeader } from './OrderHeader'
import { OrderLicenses } from './OrderLicenses'
import { OrderSummary } from './OrderSummary'
import type { PartnerFacts } from '../partners/PartnerCard'

export type OrderPageProps = { page: OrderPage; partner: PartnerFacts | null; slugs: Slugs }

/** What became of an order, for those who can't change it any more. */
export const OrderDetails = ({ page, partner, slugs }: OrderPageProps) => (
  <div className="channel-page">
    <OrderHeader page={page}>
      <OrderActions page={page} />
    </OrderHeader>
    <OrderLicenses licenses={page.licenses} orderId={page.order.id} slug={slugs.licenses} />
    <OrderSummary page={page} partner={partner} />
  </div>
)
