'use client'

import { Choices } from '../ui/fields/Choices'
import { InputField } from '../ui/fields/InputField'
import { useText } from '../useText'
import type { PeriodChoice } from './period'

type Props = { choice: PeriodChoice; wrong: boolean; onChange: (choice: PeriodChoice) => void }

/** This quarter, twelve months, or two days of one's own. */
export const PeriodPicker = ({ choice, onChange, wrong }: Props) => {
  const { t } = useText()
  return (
    <div className="channel-period">
      <Choices
        label={t('period')}
        onChoose={(kind) => onChange({ ...choice, kind })}
        options={[
          ['quarter', t('thisQuarter')],
          ['year', t('twelveMonths')],
          ['own', t('ownPeriod')],
        ]}
        value={choice.kind}
      />
      {choice.kind === 'own' && (
        <div className="channel-period__days">
          <InputField
            label={t('fromDay')}
            name="from"
            onChange={(from) => onChange({ ...choice, from })}
            type="date"
            value={choice.from}
          />
          <InputField
            error={wrong && choice.from && choice.to ? t('periodWrong') : undefined}
            label={t('toDay')}
            name="to"
            onChange={(to) => onChange({ ...choice, to })}
            type="date"
            value={choice.to}
          />
        </div>
      )}
    </div>
  )
}
