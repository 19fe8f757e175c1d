'use client'

import { Link } from '@payloadcms/ui'

import { useText } from '../../useText'
import '../../lifecycle.css'
import { chartColors, type ChartColor } from './chartColors'

export type BarRow = {
  key: string
  name: string
  value: number
  /** What stands behind the bar instead of the number itself. */
  text?: string
  color?: ChartColor
  href?: string
}

/** Bars that are their own table: name, bar, figure; each leads to what it counts. */
export const BarList = ({ max, rows }: { rows: BarRow[]; max?: number }) => {
  const { number } = useText()
  const most = Math.max(1, max ?? 0, ...rows.map(({ value }) => value))
  return (
    <ul className="channel-bars">
      {rows.map(({ color = 'main', href, key, name, text, value }) => {
        const bar = (
          <>
            <span className="channel-bars__name">{name}</span>
            <span className="channel-bars__value">{text ?? number(value)}</span>
            <span aria-hidden="true" className="channel-bars__track">
              <span
                className="channel-bars__bar"
                style={{ width: `${(100 * value) / most}%`, background: chartColors[color] }}
              />
            </span>
          </>
        )
        return (
          <li data-bar={key} key={key}>
            {href ? (
              <Link className="channel-bars__row" href={href}>
                {bar}
              </Link>
            ) : (
              <span className="channel-bars__row">{bar}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
