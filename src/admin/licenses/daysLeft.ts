const DAY = 86_400_000

/** Whole days until an instant, rounded up; below zero once a day has passed since. */
export const daysLeft = (expiresAt: string, now: Date): number =>
  Math.ceil((Date.parse(expiresAt) - now.getTime()) / DAY) || 0
