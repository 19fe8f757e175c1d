'use client'

import type { ReactNode } from 'react'

import { Instant } from '../ui/Instant'
import type { OrderPage } from './loadOrderPage'
import { StateBadge } from '../ui/states/StateBadge'
import type { TextKey } from '../texts'
import { useText } from '../useText'

/** Where the order stands: state, total, how far it got, why it was decided so; and what can be done. */
export const OrderHeader = ({
  children,
  page: { issuedAt, order },
}: {
  page: OrderPage
  children?: ReactNode
}) => {
  const { money, t } = useText()
  const steps: [TextKey, string | null][] = [
    ['stepCreated', order.orderDate],
    ['stepSubmitted', order.submittedAt],
    ['stepDecided', order.decidedAt],
    ['stepIssued', issuedAt],
  ]
  return (
    <header className="channel-head">
      <div className="channel-head__row">
        <StateBadge state={order.state} />
        {order.partner.name && <span className="channel-head__name">{order.partner.name}</span>}
        <strong className="channel-head__total">{money(order.total, order.currency)}</strong>
        {children}
      </div>
      <ol aria-label={t('progress')} className="channel-steps">
        {steps.map(([key, at]) => (
          <li className={`channel-step ${at ? 'channel-step--done' : ''}`} key={key}>
            <span className="channel-step__name">{t(key)}</span>
            {at ? <Instant at={at} /> : <span aria-hidden="true">–</span>}
          </li>
        ))}
      </ol>
      {order.decisionReason && (
        <p className="channel-note channel-note--warning">
          <strong>{t('reason')}</strong> {order.decisionReason}
        </p>
      )}
    </header>
  )
}
