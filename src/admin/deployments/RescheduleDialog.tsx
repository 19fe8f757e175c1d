'use client'

import { useState } from 'react'

import { FormDialog } from '../ui/FormDialog'
import { InputField } from '../ui/fields/InputField'
import { localToInstant, tomorrowMorning } from '../ui/localTime'
import { useText } from '../useText'

/** Asks for a new time. */
export const RescheduleDialog = ({
  onClose,
  onReschedule,
  title,
}: {
  title: string
  /** Gets the instant in ISO UTC. */
  onReschedule: (scheduledAt: string) => void
  onClose: () => void
}) => {
  const { t } = useText()
  const [text, setText] = useState(() => tomorrowMorning(new Date()))
  const at = localToInstant(text)
  return (
    <FormDialog
      confirm={t('deploy.reschedule')}
      onClose={onClose}
      onSubmit={() => at && onReschedule(at)}
      title={title}
    >
      <InputField
        error={at ? undefined : t('field.scheduledAt')}
        label={t('scheduledAt')}
        name="scheduledAt"
        onChange={setText}
        type="datetime-local"
        value={text}
      />
    </FormDialog>
  )
}
