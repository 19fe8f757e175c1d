'use client'

import { Link } from '@payloadcms/ui'

import type { OrderState } from '../../domain/orders/orderMachine'
import { Instant } from '../ui/Instant'
import { Panel } from '../ui/Panel'
import { StateBadge } from '../ui/states/StateBadge'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

export type HomeOrder = {
  id: string
  orderNumber: string
  state: OrderState
  partner: string
  at: string
  total: number
  currency: string
}

type Props = { orders: HomeOrder[]; slug: string; staff: boolean }

/** A few orders to go on with; says what to do where there are none. */
export const HomeOrders = ({ orders, slug, staff }: Props) => {
  const { money, t } = useText()
  const routes = useRoutes()
  return (
    <Panel title={t(staff ? 'reviewFirst' : 'recentOrders')}>
      {orders.length === 0 ? (
        <p className="channel-empty">{t(staff ? 'nothingToReview' : 'noOrders')}</p>
      ) : (
        <ul className="channel-rows">
          {orders.map((order) => (
            <li className="channel-row" key={order.id}>
              <Link
                className="channel-link"
                href={routes.admin(`/collections/${slug}/${order.id}`)}
              >
                {order.orderNumber}
              </Link>
              {staff && <span>{order.partner}</span>}
              <StateBadge state={order.state} />
              <span className="channel-hint">
                <Instant at={order.at} dateOnly />
              </span>
              <span className="channel-row__amount">{money(order.total, order.currency)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
