'use client'

import { useMemo } from 'react'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useLoad } from '../ui/useLoad'
import { useText } from '../useText'
import { useToday } from '../ui/useToday'
import type { LicensePage } from '../licenses/loadLicensePage'
import { TimelineList } from './TimelineList'
import { TimelinePicture } from './TimelinePicture'
import type { UsageDay } from './layOutTimeline'

/** Everything that has happened to a license: as one picture, and event by event. */
export const LicenseTimeline = ({ page }: { page: LicensePage }) => {
  const { t } = useText()
  const path = `/v1/licenses/${page.licenseId}`
  const timeline = useLoad<{ events: TimelineEvent[] }>(`${path}/timeline`)
  const usage = useLoad<{ days: UsageDay[] }>(`${path}/usage`).load
  const days = useMemo(() => (usage.status === 'ready' ? usage.data.days : []), [usage])
  const today = useToday()
  return (
    <Panel hint={t('timelineHint')} title={t('timeline')}>
      <Loaded lines={8} {...timeline}>
        {({ events }) => (
          <>
            {today && <TimelinePicture days={days} events={events} now={today} page={page} />}
            <TimelineList events={events} />
          </>
        )}
      </Loaded>
    </Panel>
  )
}
