'use client'

import { useState } from 'react'

import { minorUnitDigits } from '../../../domain/money/money'

import type { SalesRepStats } from '../../../api/stats/statsViews'
import { usePeriodNames } from '../usePeriodNames'
import { useText } from '../../useText'
import { BarsChart } from './BarsChart'
import { Choices } from '../fields/Choices'

/** Amounts by month, of one currency at a time: sums of several mean nothing. */
export const RevenueChart = ({ months }: { months: SalesRepStats['months'] }) => {
  const { language, money, t } = useText()
  const { monthName } = usePeriodNames()
  const currencies = currenciesOf(months)
  const [chosen, setChosen] = useState<null | string>(null)
  const currency = chosen ?? currencies[0]
  if (!currency) return <p className="channel-empty">{t('noRevenue')}</p>
  const rows = months.map(({ month, revenue }) => ({
    label: monthName(month),
    amount: revenue.find((one) => one.currency === currency)?.amount ?? 0,
  }))
  return (
    <>
      {currencies.length > 1 && (
        <Choices
          label={t('currency')}
          onChoose={setChosen}
          options={currencies.map((code) => [code, code] as const)}
          value={currency}
        />
      )}
      <BarsChart
        axisFormat={(value) => shortMoney(value, currency, language)}
        format={(value) => money(value, currency)}
        rows={rows}
        series={[{ key: 'amount', name: t('revenueIn', { currency }), color: 'good' }]}
        title={t('revenueByMonth')}
      />
    </>
  )
}

/** `1234500` USD → `$12K`. */
const shortMoney = (amount: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount / 10 ** minorUnitDigits(currency))

/** The currency with most months of revenue first. */
const currenciesOf = (months: SalesRepStats['months']): string[] => {
  const counts = new Map<string, number>()
  for (const { revenue } of months)
    for (const { currency } of revenue) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency)
}
