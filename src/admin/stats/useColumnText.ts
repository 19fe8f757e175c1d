'use client'

import { useCallback } from 'react'

import { useText } from '../useText'
import type { Column } from './performanceTabs'
import type { Amounts, PerformanceRow } from './sortRows'

/** A figure of a row as the reader sees it; `–` where there is none. */
export const useColumnText = () => {
  const { language, money, number, t } = useText()
  return useCallback(
    (row: PerformanceRow, { key, kind }: Column): string => {
      const value = row[key]
      if (kind === 'money') {
        const amounts = (value ?? []) as Amounts
        return amounts.map(({ amount, currency }) => money(amount, currency)).join(' · ') || '–'
      }
      if (typeof value !== 'number') return '–'
      if (kind === 'bps')
        return new Intl.NumberFormat(language, {
          style: 'percent',
          maximumFractionDigits: 1,
        }).format(value / 10_000)
      return kind === 'days' ? t('days', { days: number(value) }) : number(value)
    },
    [language, money, number, t],
  )
}
