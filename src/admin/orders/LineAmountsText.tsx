'use client'

import type { LineAmounts } from '../../domain/pricing/pricing'
import type { TextKey } from '../texts'
import { useText } from '../useText'

const parts: [keyof Omit<LineAmounts, 'taxRateBps'>, TextKey][] = [
  ['unitPrice', 'unitPrice'],
  ['subtotal', 'subtotal'],
  ['discount', 'discount'],
  ['tax', 'tax'],
  ['total', 'lineTotal'],
]

/** The amounts of a line, as it is being typed. */
export const LineAmountsText = ({
  amounts,
  currency,
}: {
  amounts: LineAmounts | null
  currency: string
}) => {
  const { money, t } = useText()
  return (
    <dl className="channel-amounts">
      {parts.map(([part, key]) => (
        <div key={part} className={`channel-amounts__part channel-amounts__part--${part}`}>
          <dt>{t(key)}</dt>
          <dd data-amount={part}>{amounts ? money(amounts[part], currency) : '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
