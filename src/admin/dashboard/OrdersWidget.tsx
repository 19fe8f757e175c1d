'use client'

import { orderStateChoices } from '../../../collections/choices'
import { BarList } from '../charts/BarList'
import { choiceName } from '../choiceName'
import { listUrl } from '../listUrl'
import { Loaded } from '../Loaded'
import { Panel } from '../Panel'
import { useChannel } from '../useChannel'
import { useLoad } from '../useLoad'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import type { Overview } from '../../domain/statsViews'

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
