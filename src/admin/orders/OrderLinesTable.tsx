'use client'

import { licenseTypeChoices } from '../../../collections/choices'
import { choiceName } from '../ui/fields/choiceName'
import type { OrderView } from './orderDraft'
import type { TextKey } from '../texts'
import { useText, type Texts } from '../useText'

type Item = OrderView['items'][number]

type Column = {
  key: TextKey
  number?: true
  show: (item: Item, texts: Texts, currency: string) => string
}

const columns: Column[] = [
  { key: 'product', show: ({ productName, sku }) => `${productName} (${sku})` },
  {
    key: 'licenseType',
    show: ({ licenseType }, { language }) => choiceName(licenseTypeChoices, licenseType, language),
  },
  { key: 'quantity', number: true, show: ({ quantity }, { number }) => number(quantity) },
  { key: 'years', number: true, show: ({ durationYears }, { number }) => number(durationYears) },
  { key: 'endUser', show: ({ endUserName }) => endUserName },
  { key: 'unitPrice', number: true, show: (item, { money }, code) => money(item.unitPrice, code) },
  { key: 'discount', number: true, show: (item, { money }, code) => money(item.discount, code) },
  { key: 'tax', number: true, show: (item, { money }, code) => money(item.tax, code) },
  { key: 'lineTotal', number: true, show: (item, { money }, code) => money(item.total, code) },
]

/** The lines of an order; on a narrow screen each becomes a card. */
export const OrderLinesTable = ({ order }: { order: OrderView }) => {
  const texts = useText()
  if (order.items.length === 0) return <p className="channel-empty">{texts.t('noLines')}</p>
  return (
    <div className="channel-table-frame">
      <table className="channel-table channel-table--cards">
        <thead>
          <tr>
            {columns.map(({ key, number }) => (
              <th className={number && 'channel-table__number'} key={key} scope="col">
                {texts.t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.id}>
              {columns.map(({ key, number, show }) => (
                <td
                  className={number && 'channel-table__number'}
                  data-label={texts.t(key)}
                  key={key}
                >
                  {show(item, texts, order.currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
