import { addUtcYears } from '../../domain/time/calendar'

/** `from` and `to` are days as `2026-12-31`, for a period of one's own; `to` belongs to it. */
export type PeriodChoice = { kind: 'own' | 'quarter' | 'year'; from: string; to: string }

/** Instants in ISO UTC; `to` no longer belongs to it. */
export type Period = { from: string; to: string }

const DAY = 86_400_000

/** The period that is meant, by UTC; `null` where the days make none. */
export const periodOf = ({ from, kind, to }: PeriodChoice, now: Date): Period | null => {
  if (kind === 'year') return { from: addUtcYears(now, -1).toISOString(), to: now.toISOString() }
  if (kind === 'quarter') return { from: quarterStart(now).toISOString(), to: now.toISOString() }
  const [start, end] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number]
  if (Number.isNaN(start) || Number.isNaN(end) || end < start) return null
  return { from: new Date(start).toISOString(), to: new Date(end + DAY).toISOString() }
}

const quarterStart = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3))
