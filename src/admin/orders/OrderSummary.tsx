'use client'

import { Instant } from '../ui/Instant'
import type { OrderPage } from './loadOrderPage'
import { OrderTotals } from './OrderTotals'
import { Panel } from '../ui/Panel'
import { PartnerCard, type PartnerFacts } from '../partners/PartnerCard'
import { OrderLinesTable } from './OrderLinesTable'
import { useText } from '../useText'

/** What was ordered, by whom, for how much; the same for the partner and for staff. */
export const OrderSummary = ({
  page: { order },
  partner,
}: {
  page: OrderPage
  partner: PartnerFacts | null
}) => {
  const { number, t } = useText()
  return (
    <>
      <Panel title={t('lines')}>
        <OrderLinesTable order={order} />
      </Panel>
      <div className="channel-columns">
        <Panel title={t('total')}>
          <OrderTotals currency={order.currency} totals={order} />
          <dl className="channel-facts">
            <div>
              <dt>{t('licensesOrdered')}</dt>
              <dd>{number(order.licenseCount)}</dd>
            </div>
          </dl>
        </Panel>
        {partner && (
          <Panel title={t('partner')}>
            <PartnerCard partner={partner} />
          </Panel>
        )}
      </div>
      <div className="channel-columns">
        <Panel title={t('agreement')}>
          <p>
            {order.agreementVersion
              ? t('agreementAccepted', { version: order.agreementVersion })
              : t('agreementMissing')}
            {order.agreementDate && (
              <>
                {' · '}
                <Instant at={order.agreementDate} />
              </>
            )}
          </p>
        </Panel>
        <Panel title={t('notes')}>
          <p className="channel-text">{order.notes ?? t('noNotes')}</p>
        </Panel>
      </div>
    </>
  )
}
