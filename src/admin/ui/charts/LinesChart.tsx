'use client'

import { Line, LineChart, ResponsiveContainer } from 'recharts'

import { useText } from '../../useText'
import { ChartFigure } from './ChartFigure'
import { chartColors, type ChartRow, type Series } from './chartColors'
import { chartParts } from './chartParts'

type Props = { title: string; rows: ChartRow[]; series: Series[] }

/** Figures over days. */
export const LinesChart = ({ rows, series, title }: Props) => {
  const { number } = useText()
  return (
    <ChartFigure format={number} rows={rows} series={series} title={title}>
      <ResponsiveContainer height={220} initialDimension={{ width: 320, height: 220 }} width="100%">
        <LineChart accessibilityLayer={false} data={rows} margin={{ top: 8, right: 8 }}>
          {chartParts(number, number, series.length > 1)}
          {series.map(({ color, key, name }) => (
            <Line
              isAnimationActive={false}
              dataKey={key}
              dot={rows.length === 1}
              key={key}
              name={name}
              stroke={chartColors[color]}
              strokeWidth={2}
              type="monotone"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </ChartFigure>
  )
}
