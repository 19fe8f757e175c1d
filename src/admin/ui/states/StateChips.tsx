'use client'

import { Link } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'

import {
  alertStateChoices,
  deploymentStateChoices,
  licenseStateChoices,
  orderStateChoices,
} from '../../../../collections/choices'
import '../../channel.css'
import '../../lifecycle.css'
import { choiceName } from '../fields/choiceName'
import { useRoutes } from '../../useRoutes'
import { useText } from '../../useText'

/** As Payload's own filter writes it, so that the two understand each other. */
const STATE_PARAM = 'where[or][0][and][0][state][equals]'

const choices = {
  alerts: alertStateChoices,
  deployments: deploymentStateChoices,
  licenses: licenseStateChoices,
  orders: orderStateChoices,
} as const

/** Above a list: one link for each state of its documents. */
export const StateChips = ({ of, slug }: { slug: string; of: keyof typeof choices }) => {
  const states = choices[of]
  const { language, t } = useText()
  const routes = useRoutes()
  const active = useSearchParams().get(STATE_PARAM)
  const list = routes.admin(`/collections/${slug}`)
  const chips = [null, ...states.map(([state]) => state)]
  return (
    <nav aria-label={t('filterByState')} className="channel-chips channel-chips--list">
      {chips.map((state) => (
        <Link
          aria-current={state === active ? 'true' : undefined}
          className="channel-chip"
          href={state ? `${list}?${STATE_PARAM}=${state}` : list}
          key={state ?? 'all'}
        >
          {state ? choiceName(states, state, language) : t('all')}
        </Link>
      ))}
    </nav>
  )
}
