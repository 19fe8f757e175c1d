import type { Column } from './performanceTabs'

export type Amounts = { currency: string; amount: number }[]
export type PerformanceRow = Record<string, unknown>
export type Sorting = { key: string; down: boolean }

/** What a row is sorted by; amounts by their largest, since currencies can't be added up. */
const weightOf = (row: PerformanceRow, { key, kind }: Column): null | number => {
  const value = row[key]
  if (kind === 'money')
    return ((value ?? []) as Amounts).reduce((most, { amount }) => Math.max(most, amount), 0)
  return typeof value === 'number' ? value : null
}

/** Rows by a column, the ones without a figure last either way; without a column by name. */
export const sortRows = (
  rows: PerformanceRow[],
  nameOf: (row: PerformanceRow) => string,
  columns: Column[],
  { down, key }: Sorting,
): PerformanceRow[] => {
  const column = columns.find((one) => one.key === key)
  const sign = down ? -1 : 1
  return [...rows].sort((a, b) => {
    if (!column) return sign * nameOf(a).localeCompare(nameOf(b))
    const [x, y] = [weightOf(a, column), weightOf(b, column)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y) || nameOf(a).localeCompare(nameOf(b))
  })
}
