'use client'

import { addDays } from 'date-fns/addDays'
import { useState } from 'react'

import { FormDialog } from '../ui/FormDialog'
import { SelectField } from '../ui/fields/SelectField'
import { useText } from '../useText'

const choices = [1, 3, 7, 14, 30]

/** Asks for how long an alert stays out of the way. */
export const SnoozeDialog = ({
  onClose,
  onSnooze,
}: {
  /** Gets the instant in ISO UTC. */
  onSnooze: (until: string) => void
  onClose: () => void
}) => {
  const { number, t } = useText()
  const [days, setDays] = useState('7')
  return (
    <FormDialog
      confirm={t('do.snooze')}
      onClose={onClose}
      onSubmit={() => onSnooze(addDays(new Date(), Number(days)).toISOString())}
      title={t('snoozeTitle')}
    >
      <SelectField
        label={t('snoozeFor')}
        name="days"
        onChange={setDays}
        options={choices.map((one) => [String(one), t('days', { days: number(one) })] as const)}
        value={days}
      />
    </FormDialog>
  )
}
