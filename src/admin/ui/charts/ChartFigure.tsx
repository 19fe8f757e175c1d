'use client'

import type { ReactNode } from 'react'

import { useText } from '../../useText'
import '../../lifecycle.css'
import type { ChartRow, Series } from './chartColors'

type Props = {
  title: string
  rows: ChartRow[]
  series: Series[]
  format: (value: number) => string
  children: ReactNode
}

/** A chart for the eye, with the same figures as a table for everybody else. */
export const ChartFigure = ({ children, format, rows, series, title }: Props) => {
  const { t } = useText()
  return (
    <figure aria-label={title} className="channel-chart">
      <div aria-hidden="true" className="channel-chart__picture">
        {children}
      </div>
      <details className="channel-chart__figures">
        <summary>{t('figuresAsTable')}</summary>
        <div
          className="channel-table-frame channel-chart__scroll"
          role="region"
          tabIndex={0}
          aria-label={title}
        >
          <table className="channel-table">
            <thead>
              <tr>
                <td />
                {series.map(({ key, name }) => (
                  <th className="channel-table__number" key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  {series.map(({ key }) => (
                    <td className="channel-table__number" key={key}>
                      {format(Number(row[key] ?? 0))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
