'use client'

import { Button, toast } from '@payloadcms/ui'

import { minorUnitDigits } from '../../domain/money/money'
import { saveFile } from '../ui/saveFile'
import { toCsv } from '../ui/toCsv'
import { useText } from '../useText'
import type { Column, TabKey } from './performanceTabs'
import type { Amounts, PerformanceRow } from './sortRows'

type Props = {
  tab: TabKey
  rows: PerformanceRow[]
  columns: Column[]
  nameOf: (row: PerformanceRow) => string
}

/** The table as it is shown, as a file or for the clipboard. */
export const CsvButtons = (props: Props) => {
  const { t } = useText()
  const csv = () =>
    toCsv([[t('name'), ...props.columns.map(({ text }) => t(text))], ...cellsOf(props)])
  const copy = () =>
    navigator.clipboard
      .writeText(csv())
      .then(() => toast.success(t('copied')))
      .catch(() => toast.error(t('copyFailed')))
  return (
    <div className="channel-buttons">
      <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="small">
        {t('copyCsv')}
      </Button>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => saveFile(`${props.tab}.csv`, 'text/csv', `\uFEFF${csv()}`)}
        size="small"
      >
        {t('downloadCsv')}
      </Button>
    </div>
  )
}

/** Plain figures for a spreadsheet: percent and amounts as decimals, nothing where there is none. */
const cellsOf = ({ columns, nameOf, rows }: Props): (number | string)[][] =>
  rows.map((row) => [nameOf(row), ...columns.map((column) => cellOf(row[column.key], column))])

const cellOf = (value: unknown, { kind }: Column): number | string => {
  if (kind === 'money')
    return ((value ?? []) as Amounts)
      .map(({ amount, currency }) => `${decimal(amount, currency)} ${currency}`)
      .join('; ')
  if (typeof value !== 'number') return ''
  return kind === 'bps' ? value / 100 : value
}

const decimal = (amount: number, currency: string): string => {
  const digits = minorUnitDigits(currency)
  return (amount / 10 ** digits).toFixed(digits)
}
