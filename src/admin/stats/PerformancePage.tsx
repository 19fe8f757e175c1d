'use client'

import { useState } from 'react'

import { Choices } from '../ui/fields/Choices'
import { useText } from '../useText'
import { useToday } from '../ui/useToday'
import { periodOf, type PeriodChoice } from './period'
import { PeriodPicker } from './PeriodPicker'
import { PerformanceTab } from './PerformanceTab'
import { performanceTabs, type TabKey } from './performanceTabs'

const keys = Object.keys(performanceTabs) as TabKey[]

/** One table and chart for each kind of people, over a period. */
export const PerformancePage = () => {
  const { t } = useText()
  const today = useToday()
  const [tab, setTab] = useState<TabKey>('salesReps')
  const [choice, setChoice] = useState<PeriodChoice>({ kind: 'year', from: '', to: '' })
  const period = today && periodOf(choice, today)
  return (
    <div className="channel-home">
      <header className="channel-home__head">
        <h1>{t('performance')}</h1>
      </header>
      <div className="channel-toolbar">
        <Choices
          label={t('performanceOf')}
          onChoose={setTab}
          options={keys.map((key) => [key, t(key)] as const)}
          value={tab}
        />
        <PeriodPicker choice={choice} onChange={setChoice} wrong={today !== null && !period} />
      </div>
      {period && <PerformanceTab key={tab} period={period} tab={tab} />}
    </div>
  )
}
