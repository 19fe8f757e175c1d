const DAY_MS = 86_400_000

/** So many days of 24 hours later, or earlier where the number is negative. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

/** Whole days from one instant to the next. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.floor((to.getTime() - from.getTime()) / DAY_MS)
