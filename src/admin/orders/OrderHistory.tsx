'use client'

import { changeInWords } from '../ui/changeInWords'
import { Instant } from '../ui/Instant'
import type { HistoryEntry } from './loadOrderPage'
import { Panel } from '../ui/Panel'
import { keyOf } from '../texts'
import { useFieldLabels } from '../ui/fields/useFieldLabels'
import { useText } from '../useText'

type Props = { entries: HistoryEntry[]; slug: string; currency: string }

/** Who did what to an order, when and from where, the latest first. */
export const OrderHistory = ({ currency, entries, slug }: Props) => {
  const texts = useText()
  const { t } = texts
  const labels = useFieldLabels(slug)
  return (
    <Panel title={t('history')}>
      {entries.length === 0 && <p className="channel-empty">{t('noHistory')}</p>}
      <ol className="channel-history">
        {entries.map((entry) => {
          const key = keyOf('did', entry.action)
          return (
            <li className="channel-history__entry" key={entry.id}>
              <p className="channel-history__what">
                <strong>{key ? t(key) : entry.action}</strong>{' '}
                {t('by', { name: entry.actor ?? t('system') })}
              </p>
              <p className="channel-hint" title={entry.userAgent ?? undefined}>
                <Instant at={entry.at} />
                {entry.ip && ` · ${t('from', { ip: entry.ip })}`}
              </p>
              <ul className="channel-history__changes">
                {Object.entries(entry.changes).flatMap(([field, change]) => {
                  const words = changeInWords(texts, labels, currency, field, change)
                  return words ? [<li key={field}>{words}</li>] : []
                })}
              </ul>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
