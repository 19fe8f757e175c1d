import type { PerformanceRow } from './sortRows'

/** Who a row is about; `null` for what belongs to nobody. */
export const nameOfRow = (row: PerformanceRow, who: string): null | string =>
  (row[who] as { name?: string } | null)?.name ?? null

export const idOfRow = (row: PerformanceRow, who: string): null | string =>
  (row[who] as { id?: string } | null)?.id ?? null
