export const DAY_MS = 86_400_000

/** So many times 24 hours before an instant, whatever clocks were changed in between. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)
