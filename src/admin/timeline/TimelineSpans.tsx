'use client'

import { useStateName } from '../ui/states/useStateName'
import type { Span } from './layOutTimeline'
import type { Scale } from './timelineScale'

type Props = { spans: Span[]; scale: Scale; toneOf: (name: string) => string }

const HEIGHT = 16
/** A span narrower than this would not be seen. */
const LEAST = 4
/** Pixels a letter takes, roughly: what decides whether a name fits. */
const LETTER = 7

/** Bars from one instant to another, named where there is room. */
export const TimelineSpans = ({ scale, spans, toneOf }: Props) => {
  const nameOf = useStateName()
  return (
    <>
      {spans.map(({ from, name, to }) => {
        const x = scale.x(from)
        const width = Math.max(LEAST, scale.x(to) - x)
        const text = nameOf(name)
        return (
          <g data-span={name} key={`${name} ${from}`}>
            <rect
              className={`channel-tone--${toneOf(name)}`}
              height={HEIGHT}
              rx={3}
              width={width}
              x={x}
            >
              <title>{`${text}, ${new Date(from).toISOString().slice(0, 10)}`}</title>
            </rect>
            {width > text.length * LETTER + 8 && (
              <text className="channel-timeline__on" x={x + 5} y={12}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
