'use client'

import { useCallback } from 'react'

import { alertPhrase, type SaidAlert } from '../../domain/alerts/alertPhrase'
import { useText } from '../useText'

export type TitledAlert = Partial<SaidAlert> & { title?: string }

/** The title of an alert in the reader's language; it is kept in English, the license's ID first. */
export const useAlertTitle = () => {
  const { language } = useText()
  return useCallback(
    ({ figures, kind, thresholdDays, title = '' }: TitledAlert): string => {
      if (language === 'en' || !kind || !figures) return title
      const [licenseId] = title.split(' ')
      return `${licenseId} ${alertPhrase({ kind, figures, thresholdDays }, language)}`
    },
    [language],
  )
}
