'use client'

import { Loaded } from '../Loaded'
import { useLoad } from '../useLoad'
import type { Overview } from './stats'
import { Tiles } from './Tiles'
import { useLicenseList } from './useLicenseList'
import { useText } from '../useText'

/** How many licenses there are, how many run, and how many soon will not. */
export const TotalsWidget = () => {
  const { t } = useText()
  const { load, reload } = useLoad<Overview>('/v1/stats/overview')
  const { alertsOver, inStates, activeStates, inactiveStates, expiringWithin, all } =
    useLicenseList()
  return (
    <section aria-label={t('licenses')} className="channel-widget channel-widget--bare">
      <Loaded lines={2} load={load} reload={reload}>
        {({ licenses, usage }) => (
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
                name: t('overLimitLicenses'),
                count: usage.overLimit,
                href: alertsOver,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  )
}
