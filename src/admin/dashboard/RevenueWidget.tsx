'use client'

import { Link } from '@payloadcms/ui'

import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { RevenueChart } from '../ui/charts/RevenueChart'
import { useLoad } from '../ui/useLoad'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import type { SalesRepStats } from '../../api/stats/statsViews'

/** What was bought in each of the last twelve months. */
export const RevenueWidget = () => {
  const { t } = useText()
  const routes = useRoutes()
  const { load, reload } = useLoad<SalesRepStats>('/v1/stats/sales-reps')
  return (
    <Panel
      aside={
        <Link className="channel-link" href={routes.admin('/performance')}>
          {t('performance')}
        </Link>
      }
      title={t('revenueByMonth')}
    >
      <Loaded load={load} reload={reload}>
        {({ months }) => <RevenueChart months={months} />}
      </Loaded>
    </Panel>
  )
}
