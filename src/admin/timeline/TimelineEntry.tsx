'use client'

import { Link } from '@payloadcms/ui'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { Instant } from '../ui/Instant'
import { useChannel } from '../useChannel'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { EventIcon } from './EventIcon'
import { useEventFigures } from './useEventFigures'
import { useEventTitle } from './useEventTitle'

/** What happened, when, with the figures that it left. */
export const TimelineEntry = ({ event }: { event: TimelineEvent }) => {
  const { t } = useText()
  const titleOf = useEventTitle()
  const figures = useEventFigures(event)
  return (
    <li className="channel-event" data-event={event.text}>
      <span className="channel-event__icon">
        <EventIcon kind={event.kind} />
        <span className="channel-hidden">{t(`kind.${event.kind}`)}</span>
      </span>
      <div>
        <p className="channel-event__title">
          <strong>
            <Title event={event} text={titleOf(event)} />
          </strong>{' '}
          <span className="channel-hint">
            <Instant at={event.at} dateOnly={event.kind === 'usage' || event.kind === 'expiry'} />
          </span>
        </p>
        {figures.length > 0 && (
          <dl className="channel-event__figures">
            {figures.map(({ name, text }) => (
              <div key={name + text}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {event.note && <p className="channel-text">{event.note}</p>}
      </div>
    </li>
  )
}

const Title = ({ event: { ref }, text }: { event: TimelineEvent; text: string }) => {
  const routes = useRoutes()
  const { slugs } = useChannel()
  if (!ref) return <>{text}</>
  return (
    <Link
      className="channel-link"
      href={routes.admin(`/collections/${slugs[ref.resource]}/${ref.id}`)}
    >
      {text}
    </Link>
  )
}
