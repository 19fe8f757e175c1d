'use client'

import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import type { SalesRepStats } from '../../api/stats/statsViews'
import { RevenueChart } from '../ui/charts/RevenueChart'
import type { Period } from './period'
import { PerformanceChart } from './PerformanceChart'
import { performanceTabs, type TabKey } from './performanceTabs'
import { PerformanceTable } from './PerformanceTable'
import type { Performance } from './PerformanceChart'

/** The charts and the table of one kind of people. */
export const PerformanceTab = ({ period, tab }: { tab: TabKey; period: Period }) => {
  const { t } = useText()
  const { path } = performanceTabs[tab]
  const query = new URLSearchParams(period).toString()
  const { load, reload } = useLoad<Performance>(`/v1/stats/${path}?${query}`)
  return (
    <Loaded lines={8} load={load} reload={reload}>
      {(answer) =>
        answer.docs.length === 0 ? (
          <p className="channel-empty">{t('nothingInPeriod')}</p>
        ) : (
          <>
            <div className="channel-columns">
              <PerformanceChart answer={answer} tab={tab} />
              {tab === 'salesReps' && (
                <Panel title={t('revenueByMonth')}>
                  <RevenueChart months={(answer.months ?? []) as SalesRepStats['months']} />
                </Panel>
              )}
            </div>
            <PerformanceTable rows={answer.docs} tab={tab} />
          </>
        )
      }
    </Loaded>
  )
}
