'use client'

import { BarsChart } from '../ui/charts/BarsChart'
import type { ChartRow } from '../ui/charts/chartColors'
import { Panel } from '../ui/Panel'
import { usePeriodNames } from '../ui/usePeriodNames'
import { useText } from '../useText'
import { nameOfRow } from './nameOfRow'
import { performanceTabs, type TabKey } from './performanceTabs'

import type { PerformanceRow } from './sortRows'

const SHOWN = 10

/** The figures by month, or where there are no months, of the largest. */
export const PerformanceChart = ({ answer, tab }: { answer: Performance; tab: TabKey }) => {
  const { t } = useText()
  const { monthName } = usePeriodNames()
  const { chart, who } = performanceTabs[tab]
  const first = chart.series[0]?.key ?? ''
  const figures = (row: PerformanceRow, label: string): ChartRow => ({
    ...Object.fromEntries(chart.series.map(({ key }) => [key, Number(row[key] ?? 0)])),
    label,
  })
  const rows = answer.months
    ? answer.months.map((row) => figures(row, monthName(String(row.month))))
    : [...answer.docs]
        .sort((a, b) => Number(b[first] ?? 0) - Number(a[first] ?? 0))
        .slice(0, SHOWN)
        .map((row) => figures(row, nameOfRow(row, who) ?? t('nobody')))
  return (
    <Panel title={t(chart.text)}>
      <BarsChart
        rows={rows}
        series={chart.series.map(({ color, key, text }) => ({ key, color, name: t(text) }))}
        stacked={Boolean(answer.months)}
        title={t(chart.text)}
      />
    </Panel>
  )
}

export type Performance = { docs: PerformanceRow[]; months?: PerformanceRow[] }
