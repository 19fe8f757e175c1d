'use client'

import { orderStateChoices } from '../../../collections/choices'
import { BarList } from '../ui/charts/BarList'
import { choiceName } from '../ui/fields/choiceName'
import { listUrl } from '../ui/listUrl'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useChannel } from '../useChannel'
import { useLoad } from '../ui/useLoad'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import type { Overview } from '../../api/stats/statsViews'

/** Orders by state. */
export const OrdersWidget = () => {
  const { language, t } = useText()
  const routes = useRoutes()
  const { slugs } = useChannel()
  const { load, reload } = useLoad<Overview>('/v1/stats/overview')
  const list = routes.admin(`/collections/${slugs.orders}`)
  return (
    <Panel title={t('ordersByState')}>
      <Loaded lines={7} load={load} reload={reload}>
        {({ orders }) => (
          <BarList
            rows={orderStateChoices.map(([state]) => ({
              key: state,
              name: choiceName(orderStateChoices, state, language),
              value: orders.byState[state] ?? 0,
              color: state.startsWith('pending') ? 'warning' : 'main',
              href: listUrl(list, [['state', 'equals', state]]),
            }))}
          />
        )}
      </Loaded>
    </Panel>
  )
}
