'use client'

import { BarList } from '../ui/charts/BarList'
import { LinesChart } from '../ui/charts/LinesChart'
import { listUrl } from '../ui/listUrl'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useLoad } from '../ui/useLoad'
import { usePeriodNames } from '../ui/usePeriodNames'
import { useText } from '../useText'
import type { UsageStats } from '../../api/stats/statsViews'
import { useLicenseList } from './useLicenseList'

/** What all customers together use, and those closest to their limits. */
export const UsageWidget = () => {
  const { number, t } = useText()
  const { dayName } = usePeriodNames()
  const { load, reload } = useLoad<UsageStats>('/v1/stats/usage?days=90')
  const { all } = useLicenseList()
  return (
    <Panel title={t('usageAcross')}>
      <Loaded load={load} reload={reload}>
        {({ customers, days }) =>
          days.every(({ licenses }) => licenses === 0) && customers.length === 0 ? (
            <p className="channel-empty">{t('noUsageYet')}</p>
          ) : (
            <>
              <LinesChart
                rows={wholeDays(days).map(({ day, users, workspaces }) => ({
                  label: dayName(day),
                  users,
                  workspaces,
                }))}
                series={[
                  { key: 'users', name: t('users'), color: 'main' },
                  { key: 'workspaces', name: t('workspaces'), color: 'warning' },
                ]}
                title={t('usageAcross')}
              />
              <h3 className="channel-panel__subtitle">{t('closestToLimit')}</h3>
              <BarList
                max={100}
                rows={customers.slice(0, 5).map((row) => {
                  const share = shareUsed(row)
                  return {
                    key: row.customer.id,
                    name: row.customer.name,
                    value: Math.min(100, share),
                    text: t('percent', { value: number(share) }),
                    color: share > 100 ? 'bad' : share > 90 ? 'warning' : 'good',
                    href: listUrl(all, [['customer', 'equals', row.customer.id]]),
                  }
                })}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** Without today, of which part is still to come. */
const wholeDays = (days: UsageStats['days']): UsageStats['days'] => {
  const today = new Date().toISOString().slice(0, 10)
  return days.filter(({ day }) => day < today)
}

/** Percent of the limit that is closer. */
const shareUsed = ({ limits, users, workspaces }: UsageStats['customers'][number]): number =>
  Math.round(100 * Math.max(users / (limits.users || 1), workspaces / (limits.workspaces || 1)))
