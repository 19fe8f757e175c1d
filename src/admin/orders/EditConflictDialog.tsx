'use client'

import { useState } from 'react'

import { AskDialog } from '../ui/AskDialog'
import type { ApiError } from '../callApi'
import { useText } from '../useText'

/** Tells that somebody else has changed the draft, before anything that was typed here is given up. */
export const EditConflictDialog = ({
  errors,
  onLoad,
}: {
  errors: ApiError[]
  /** Shows the draft as it is stored. */
  onLoad: () => void
}) => {
  const { money, number, t } = useText()
  const [dismissed, setDismissed] = useState<ApiError | null>(null)
  const conflict = errors.find(({ code }) => code === 'EDIT_CONFLICT')
  if (!conflict || conflict === dismissed) return null
  const { currency, licenseCount, total } = conflict.details ?? {}
  const values = {
    total: money(Number(total), String(currency || 'USD')),
    licenses: number(Number(licenseCount)),
  }
  return (
    <AskDialog
      confirm={t('editConflictLoad')}
      hint={t('editConflictHint')}
      onAnswer={onLoad}
      onClose={() => setDismissed(conflict)}
      question="confirm"
      title={t('editConflictTitle')}
    >
      {typeof total === 'number' && currency && <p>{t('bulkFigures', values)}</p>}
    </AskDialog>
  )
}
