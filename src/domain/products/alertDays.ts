const MAX_DAYS = 3_650

/** `'90, 60, 30'` → `[90, 60, 30]`, the farthest first; empty = none of its own. */
export const parseAlertDays = (text: null | string | undefined): number[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(Number)
    .sort((a, b) => b - a)

/** What is wrong with a list of days as a person types it, or `undefined`. */
export const alertDaysFault = (value: unknown): string | undefined =>
  parseAlertDays(value as string).every(
    (days) => Number.isInteger(days) && days > 0 && days <= MAX_DAYS,
  )
    ? undefined
    : `Whole numbers of days from 1 to ${MAX_DAYS}, with commas between them.`
