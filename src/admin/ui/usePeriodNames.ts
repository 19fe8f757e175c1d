'use client'

import { useMemo } from 'react'

import { useText } from '../useText'

/** Months such as `2026-12` and days such as `2026-12-31`, both by UTC, in the reader's language. */
export const usePeriodNames = () => {
  const { language } = useText()
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(language, {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
    const day = new Intl.DateTimeFormat(language, {
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    })
    return {
      monthName: (text: string) => month.format(new Date(`${text}-01T00:00:00Z`)),
      dayName: (text: string) => day.format(new Date(`${text}T00:00:00Z`)),
    }
  }, [language])
}
