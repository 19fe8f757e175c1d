'use client'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import type { Scale } from './timelineScale'
import { useEventTitle } from './useEventTitle'

const RADIUS = 6

/** A point for each event; what it was shows when it is pointed at. */
export const TimelineMarks = ({ events, scale }: { events: TimelineEvent[]; scale: Scale }) => {
  const titleOf = useEventTitle()
  return (
    <>
      {events.map((event) => (
        <circle
          className={`channel-mark channel-mark--${event.text.replace('.', '-')}`}
          cx={Math.max(RADIUS, scale.x(Date.parse(event.at)) - RADIUS)}
          cy={8}
          data-mark={event.text}
          key={`${event.at} ${event.ref?.id}`}
          r={RADIUS}
        >
          <title>{`${titleOf(event)}, ${event.at.slice(0, 10)}`}</title>
        </circle>
      ))}
    </>
  )
}
