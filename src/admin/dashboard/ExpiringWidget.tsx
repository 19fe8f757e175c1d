'use client'

import { Link } from '@payloadcms/ui'

import { BarsChart } from '../ui/charts/BarsChart'
import { Instant } from '../ui/Instant'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { StateBadge } from '../ui/states/StateBadge'
import { useLoad } from '../ui/useLoad'
import { usePeriodNames } from '../ui/usePeriodNames'
import { useText } from '../useText'
import type { Expiring } from '../../api/stats/statsViews'
import { useLicenseList } from './useLicenseList'

const SHOWN = 5

/** What expires in the next 90 days, by month, and the ones to see to first. */
export const ExpiringWidget = () => {
  const { t } = useText()
  const { monthName } = usePeriodNames()
  const { load, reload } = useLoad<Expiring>('/v1/stats/expiring?days=90')
  const { expiringWithin, license } = useLicenseList()
  return (
    <Panel
      aside={
        <Link className="channel-link" href={expiringWithin(90)}>
          {t('licensesAll')}
        </Link>
      }
      title={t('expiringSoon')}
    >
      <Loaded load={load} reload={reload}>
        {({ docs, months }) =>
          docs.length === 0 ? (
            <p className="channel-empty">{t('nothingExpires')}</p>
          ) : (
            <>
              <BarsChart
                rows={months.map(({ licenses, month }) => ({ label: monthName(month), licenses }))}
                series={[{ key: 'licenses', name: t('licenses'), color: 'warning' }]}
                title={t('expiringSoon')}
              />
              <ul className="channel-rows">
                {docs.slice(0, SHOWN).map((doc) => (
                  <li className="channel-row" key={doc.id}>
                    <Link className="channel-link" href={license(doc.id)}>
                      {doc.licenseId}
                    </Link>
                    <StateBadge state={doc.state} />
                    {doc.expiresAt && (
                      <span className="channel-row__amount">
                        <Instant at={doc.expiresAt} dateOnly />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}
