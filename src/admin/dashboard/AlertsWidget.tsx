'use client'

import { Link } from '@payloadcms/ui'

import { AlertActions, type ActedAlert } from '../alerts/AlertActions'
import { SeverityBadge } from '../alerts/SeverityBadge'
import { useAlertTitle } from '../alerts/useAlertTitle'
import { Instant } from '../ui/Instant'
import { listUrl } from '../ui/listUrl'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useChannel } from '../useChannel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import { useLicenseList } from './useLicenseList'

type Alert = ActedAlert & { id: string; severity: string; raisedAt: string }

const query = 'where[state][equals]=open&sort=-raisedAt&limit=6&depth=0'

/** The latest alerts that nobody has looked at, to deal with here. */
export const AlertsWidget = () => {
  const { number, t } = useText()
  const titleOf = useAlertTitle()
  const { slugs } = useChannel()
  const { alerts } = useLicenseList()
  const { load, reload } = useLoad<{ docs: Alert[]; totalDocs: number }>(
    `/${slugs.alerts}?${query}`,
  )
  return (
    <Panel title={t('openAlerts')}>
      <Loaded load={load} reload={reload}>
        {({ docs, totalDocs }) =>
          docs.length === 0 ? (
            <p className="channel-empty">{t('noAlerts')}</p>
          ) : (
            <>
              <ul className="channel-rows">
                {docs.map((alert) => (
                  <li className="channel-row" key={alert.id}>
                    <SeverityBadge cellData={alert.severity} />
                    <Link className="channel-link" href={`${alerts}/${alert.id}`}>
                      {titleOf(alert)}
                    </Link>
                    <span className="channel-hint">
                      <Instant at={alert.raisedAt} dateOnly />
                    </span>
                    <AlertActions onDone={reload} rowData={alert} />
                  </li>
                ))}
              </ul>
              <Link className="channel-link" href={listUrl(alerts, [['state', 'equals', 'open']])}>
                {t('allOpenAlerts', { count: number(totalDocs) })}
              </Link>
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}
