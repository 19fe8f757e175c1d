'use client'

import { Link } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'

import { orderStateChoices } from '../../collections/choices'
import './channel.css'
import { choiceName } from './choiceName'
import { useRoutes } from './useRoutes'
import { useText } from './useText'

/** As Payload's own filter writes it, so that the two understand each other. */
const STATE_PARAM = 'where[or][0][and][0][state][equals]'

/** One link for each state of an order. */
export const StateChips = ({ slug }: { slug: string }) => {
  const { language, t } = useText()
  const routes = useRoutes()
  const active = useSearchParams().get(STATE_PARAM)
  const list = routes.admin(`/collections/${slug}`)
  const chips = [null, ...orderStateChoices.map(([state]) => state)]
  return (
    <nav aria-label={t('filterByState')} className="channel-chips">
      {chips.map((state) => (
        <Link
          aria-current={state === active ? 'true' : undefined}
          className="channel-chip"
          href={state ? `${list}?${STATE_PARAM}=${state}` : list}
          key={state ?? 'all'}
        >
          {state ? choiceName(orderStateChoices, state, language) : t('all')}
        </Link>
      ))}
    </nav>
  )
}
