'use client'

import { CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts'

import { chartColors } from './chartColors'

const tick = { fill: chartColors.text, fontSize: 12 }

/** The axes, grid, legend and tooltip that all charts share; an array, as a chart looks for them. */
export const chartParts = (
  format: (value: number) => string,
  axisFormat: (value: number) => string,
  legend: boolean,
) => [
  <CartesianGrid key="grid" stroke={chartColors.grid} vertical={false} />,
  <XAxis
    axisLine={{ stroke: chartColors.grid }}
    dataKey="label"
    interval="preserveStartEnd"
    key="x"
    minTickGap={24}
    tick={tick}
    tickLine={false}
  />,
  <YAxis
    allowDecimals={false}
    axisLine={false}
    key="y"
    tick={tick}
    tickFormatter={axisFormat}
    tickLine={false}
    width="auto"
  />,
  <Tooltip
    contentStyle={{
      background: 'var(--theme-bg)',
      border: '1px solid var(--theme-elevation-200)',
      borderRadius: 'var(--style-radius-s)',
      color: 'var(--theme-text)',
    }}
    cursor={{ fill: 'var(--theme-elevation-100)', stroke: chartColors.grid }}
    formatter={(value) => format(Number(value))}
    key="tooltip"
  />,
  ...(legend
    ? [
        <Legend
          itemSorter={null}
          formatter={(name: string) => <span style={{ color: 'var(--theme-text)' }}>{name}</span>}
          key="legend"
        />,
      ]
    : []),
]
