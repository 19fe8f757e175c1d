'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { TimelineEvent } from '../../domain/timeline/timelineView'
import { Choices } from '../ui/fields/Choices'
import { useText } from '../useText'
import { TimelineEntry } from './TimelineEntry'

const SHOWN = 12

/** A license in use has a peak for each month, among which all else would be lost. */
const shows = {
  milestones: (text) => text !== 'usage.peak',
  usage: (text) => text.startsWith('usage'),
  all: () => true,
} as const satisfies Record<string, (text: TimelineEvent['text']) => boolean>

type Choice = keyof typeof shows

/** Every event in words, the latest first; the expiry ahead above all. */
export const TimelineList = ({ events }: { events: TimelineEvent[] }) => {
  const { number, t } = useText()
  const [all, setAll] = useState(false)
  const [choice, setChoice] = useState<Choice>('milestones')
  const latest = [...events].reverse().filter(({ text }) => shows[choice](text))
  const shown = all ? latest : latest.slice(0, SHOWN)
  return (
    <>
      <h3 className="channel-panel__subtitle">{t('timelineEvents')}</h3>
      {events.length === 0 && <p className="channel-empty">{t('noEvents')}</p>}
      <Choices
        label={t('timelineEvents')}
        onChoose={setChoice}
        options={[
          ['milestones', t('milestones')],
          ['usage', t('usage')],
          ['all', t('all')],
        ]}
        value={choice}
      />
      <ol className="channel-events">
        {shown.map((event) => (
          <TimelineEntry event={event} key={`${event.at} ${event.text} ${event.ref?.id}`} />
        ))}
      </ol>
      {shown.length < latest.length && (
        <div>
          <Button buttonStyle="secondary" margin={false} onClick={() => setAll(true)} size="small">
            {t('showAll', { count: number(latest.length) })}
          </Button>
        </div>
      )}
    </>
  )
}
