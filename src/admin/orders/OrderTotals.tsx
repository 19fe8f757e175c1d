'use client'

import type { OrderTotals as Totals } from '../../domain/pricing/pricing'
import type { TextKey } from '../texts'
import { useText } from '../useText'

const rows: [keyof Totals, TextKey][] = [
  ['subtotal', 'subtotal'],
  ['discountTotal', 'discount'],
  ['taxTotal', 'tax'],
  ['total', 'total'],
]

/** What an order costs; with `live`, a screen reader says the total as it changes. */
export const OrderTotals = ({
  currency,
  live = false,
  totals,
}: {
  currency: string
  live?: boolean
  /** `null` = not known yet. */
  totals: Totals | null
}) => {
  const { money, t } = useText()
  return (
    <>
      <dl className="channel-totals">
        {rows.map(([row, key]) => (
          <div key={row} className={`channel-totals__row channel-totals__row--${row}`}>
            <dt>{t(key)}</dt>
            <dd data-total={row}>{totals ? money(totals[row], currency) : '–'}</dd>
          </div>
        ))}
      </dl>
      {live && (
        <p aria-live="polite" className="channel-hidden">
          {totals && `${t('total')}: ${money(totals.total, currency)}`}
        </p>
      )}
    </>
  )
}
