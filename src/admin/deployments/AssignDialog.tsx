'use client'

import { useState } from 'react'

import { FormDialog } from '../ui/FormDialog'
import { useText } from '../useText'
import { EngineerField } from './EngineerField'

/** Asks who takes a deployment. */
export const AssignDialog = ({
  onAssign,
  onClose,
  region,
  title,
}: {
  title: string
  region: string
  onAssign: (body: { assign: 'auto' } | { engineer: string }) => void
  onClose: () => void
}) => {
  const { t } = useText()
  const [engineer, setEngineer] = useState('')
  return (
    <FormDialog
      confirm={t('deploy.assign')}
      onClose={onClose}
      onSubmit={() => onAssign(engineer ? { engineer } : { assign: 'auto' })}
      title={title}
    >
      <EngineerField onChange={setEngineer} region={region} value={engineer} />
    </FormDialog>
  )
}
