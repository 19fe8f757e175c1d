'use client'

import { useText } from '../useText'
import type { Picture, UsageDay } from './layOutTimeline'
import type { Scale } from './timelineScale'
import { areaPath, limitPath } from './usagePaths'

type Props = {
  days: UsageDay[]
  field: 'users' | 'workspaces'
  picture: Picture
  scale: Scale
}

const HEIGHT = 58

/** What was used of one limit day by day, under the line of the limit at that time. */
export const UsageLane = ({ days, field, picture, scale }: Props) => {
  const { number, t } = useText()
  const limits = picture.limits.map((one) => ({ at: one.at, limit: one[field] }))
  const used = days.map((one) => ({ at: Date.parse(`${one.day}T00:00:00Z`), value: one[field] }))
  const most = Math.max(1, ...limits.map(({ limit }) => limit), ...used.map(({ value }) => value))
  const y = (value: number) => HEIGHT - (value / (most * 1.08)) * HEIGHT
  const now = limits.at(-1)?.limit
  return (
    <g data-usage={field}>
      <text className="channel-timeline__hint" y={12}>
        {`${t(field)} · ${now === undefined ? '' : t('limitOf', { limit: number(now) })}`}
      </text>
      <g transform="translate(0, 18)">
        <path className="channel-timeline__area" d={areaPath(used, scale.x, y)} />
        <path
          className="channel-timeline__limit"
          d={limitPath(limits, Math.max(picture.end, picture.now), scale.x, y)}
        />
      </g>
    </g>
  )
}
