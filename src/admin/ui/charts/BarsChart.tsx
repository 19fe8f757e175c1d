'use client'

import { Bar, BarChart, ResponsiveContainer } from 'recharts'

import { useText } from '../../useText'
import { ChartFigure } from './ChartFigure'
import { chartColors, type ChartRow, type Series } from './chartColors'
import { chartParts } from './chartParts'

type Props = {
  title: string
  rows: ChartRow[]
  series: Series[]
  stacked?: boolean
  /** How a figure is shown; plain numbers where there is none. */
  format?: (value: number) => string
  /** The same beside the axis, where there is little room. */
  axisFormat?: (value: number) => string
}

/** Bars over periods or names. */
export const BarsChart = ({ axisFormat, format, rows, series, stacked = false, title }: Props) => {
  const { number } = useText()
  const shown = format ?? number
  return (
    <ChartFigure format={shown} rows={rows} series={series} title={title}>
      <ResponsiveContainer height={220} initialDimension={{ width: 320, height: 220 }} width="100%">
        <BarChart accessibilityLayer={false} data={rows} margin={{ top: 8, right: 8 }}>
          {chartParts(shown, axisFormat ?? shown, series.length > 1)}
          {series.map(({ color, key, name }) => (
            <Bar
              isAnimationActive={false}
              dataKey={key}
              fill={chartColors[color]}
              key={key}
              maxBarSize={36}
              name={name}
              stackId={stacked ? 'all' : undefined}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  )
}
