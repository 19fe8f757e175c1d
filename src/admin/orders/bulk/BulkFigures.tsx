'use client'

import { totalsByCurrency, type BulkOrder } from './bulkOrders'
import { useText } from '../../useText'

/** What is about to be decided on: how many orders, what they come to, and each of them. */
export const BulkFigures = ({ leftOut, orders }: { orders: BulkOrder[]; leftOut: number }) => {
  const { money, number, t } = useText()
  const licenses = orders.reduce((count, { licenseCount }) => count + licenseCount, 0)
  const rows: [name: string, value: string][] = [
    [t('bulkOrders'), number(orders.length)],
    [t('licensesOrdered'), number(licenses)],
    ...totalsByCurrency(orders).map(([currency, total]): [string, string] => [
      t('bulkTotal', { currency }),
      money(total, currency),
    ]),
  ]
  return (
    <>
      <dl className="channel-totals">
        {rows.map(([name, value]) => (
          <div className="channel-totals__row" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {leftOut > 0 && (
        <p className="channel-hint">{t('bulkLeftOut', { count: number(leftOut) })}</p>
      )}
      <ul aria-label={t('bulkOrders')} className="channel-bulk__orders" tabIndex={0}>
        {orders.map(({ currency, id, orderNumber, total }) => (
          <li className="channel-totals__row" key={id}>
            <span>{orderNumber}</span>
            <span className="channel-row__amount">{money(total, currency)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
