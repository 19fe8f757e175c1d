'use client'

import { useMemo } from 'react'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { toneOf } from '../ui/states/stateTones'
import type { TextKey } from '../texts'
import { usePeriodNames } from '../ui/usePeriodNames'
import { useText } from '../useText'
import { useWidth } from '../ui/useWidth'
import type { LicensePage } from '../licenses/loadLicensePage'
import { TimelineAxis } from './TimelineAxis'
import { TimelineMarks } from './TimelineMarks'
import { layOutTimeline, type UsageDay } from './layOutTimeline'
import { timelineScale } from './timelineScale'
import { TimelineSpans } from './TimelineSpans'
import { UsageLane } from './UsageLane'

type Props = { events: TimelineEvent[]; days: UsageDay[]; page: LicensePage; now: Date }

const TOP = 22
const LANE = 42
const USAGE = 84

/** The whole life of a license on one time axis; the list below it says the same in words. */
export const TimelinePicture = ({ days, events, now, page }: Props) => {
  const { t } = useText()
  const { monthName } = usePeriodNames()
  const { ref, width } = useWidth<HTMLDivElement>()
  const picture = useMemo(() => layOutTimeline(events, page, now), [events, page, now])
  const scale = timelineScale(new Date(picture.start), new Date(picture.end), width)
  const lanes: [TextKey, React.ReactNode][] = [
    ['lanesState', <TimelineSpans key="s" scale={scale} spans={picture.states} toneOf={toneOf} />],
    ['lanesPurchases', <TimelineMarks events={picture.purchases} key="p" scale={scale} />],
    [
      'lanesDeployments',
      <TimelineSpans key="d" scale={scale} spans={picture.deployments} toneOf={toneOf} />,
    ],
    ['lanesAlerts', <TimelineMarks events={picture.alerts} key="a" scale={scale} />],
  ]
  const usage = days.length > 0 ? (['workspaces', 'users'] as const) : []
  const height = TOP + lanes.length * LANE + usage.length * USAGE
  return (
    <div className="channel-timeline__picture" ref={ref}>
      {width > 0 && (
        <svg aria-label={t('timeline')} height={height} role="img" width={width}>
          <TimelineAxis height={height} name={monthName} picture={picture} scale={scale} />
          {lanes.map(([key, lane], index) => (
            <g key={key} transform={`translate(0, ${TOP + index * LANE})`}>
              <text className="channel-timeline__hint" y={12}>
                {t(key)}
              </text>
              <g transform="translate(0, 18)">{lane}</g>
            </g>
          ))}
          {usage.map((field, index) => (
            <g key={field} transform={`translate(0, ${TOP + lanes.length * LANE + index * USAGE})`}>
              <UsageLane days={days} field={field} picture={picture} scale={scale} />
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
