'use client'

import { useText } from '../useText'
import type { Picture } from './layOutTimeline'
import type { Scale } from './timelineScale'

type Props = {
  height: number
  picture: Picture
  scale: Scale
  /** Names a month such as `2026-12`. */
  name: (month: string) => string
}

/** The months above, and a line through all lanes for today and for the expiry. */
export const TimelineAxis = ({ height, name, picture, scale }: Props) => {
  const { t } = useText()
  const { expiresAt, now } = picture
  return (
    <g>
      {scale.ticks.map(({ at, x }) => (
        <g key={x}>
          <line className="channel-timeline__grid" x1={x} x2={x} y1={16} y2={height} />
          <text className="channel-timeline__hint" x={x + 3} y={12}>
            {name(at.toISOString().slice(0, 7))}
          </text>
        </g>
      ))}
      {expiresAt !== null && (
        <line
          className="channel-timeline__end"
          data-marker="expiry"
          x1={scale.x(expiresAt) - 1}
          x2={scale.x(expiresAt) - 1}
          y1={0}
          y2={height}
        >
          <title>{t('kind.expiry')}</title>
        </line>
      )}
      <line
        className="channel-timeline__today"
        data-marker="today"
        x1={scale.x(now) - 1}
        x2={scale.x(now) - 1}
        y1={0}
        y2={height}
      >
        <title>{t('today')}</title>
      </line>
    </g>
  )
}
