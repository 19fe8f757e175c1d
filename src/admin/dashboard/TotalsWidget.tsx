'use client'

import { Loaded } from '../ui/Loaded'
import { useChannel } from '../useChannel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import { overLimitAlerts } from './overLimitAlerts'
import type { Overview } from '../../api/stats/statsViews'
import { Tiles } from './Tiles'
import { useLicenseList } from './useLicenseList'

/** How many licenses there are, how many run, and how many soon will not. */
export const TotalsWidget = () => {
  const { t } = useText()
  const { load, reload } = useLoad<Overview>('/v1/stats/overview')
  const { slugs } = useChannel()
  const over = useLoad<{ totalDocs: number }>(
    `${overLimitAlerts(`/${slugs.alerts}`)}&limit=1&depth=0`,
  )
  const { activeStates, alerts, all, expiringWithin, inactiveStates, inStates } = useLicenseList()
  return (
    <section aria-label={t('licenses')} className="channel-widget channel-widget--bare">
      <Loaded lines={2} load={load} reload={reload}>
        {({ licenses }) => (
          <Loaded lines={2} load={over.load} reload={over.reload}>
            {({ totalDocs }) => (
              <Tiles
                tiles={[
                  { key: 'total', name: t('licenses'), count: licenses.total, href: all },
                  {
                    key: 'active',
                    name: t('active'),
                    count: licenses.active,
                    href: inStates(activeStates),
                  },
                  {
                    key: 'inactive',
                    name: t('inactive'),
                    count: licenses.inactive,
                    href: inStates(inactiveStates),
                  },
                  ...([30, 60, 90] as const).map((days) => ({
                    key: `d${days}`,
                    name: t('expiringWithin', { days }),
                    count: licenses.expiring[`d${days}`],
                    href: expiringWithin(days),
                  })),
                  {
                    key: 'overLimit',
                    name: t('overLimitAlerts'),
                    count: totalDocs,
                    href: overLimitAlerts(alerts),
                  },
                ]}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  )
}
