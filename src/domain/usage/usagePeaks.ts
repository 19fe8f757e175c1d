/** The peaks of one UTC day, `2026-11-21`. */
export type UsageDay = { day: string; workspaces: number; users: number }

export type MonthlyPeak = UsageDay & {
  /** `2026-11`. */
  month: string
}

/**
 * The most that was used in each month, on the day with the most users (the first of several), so
 * that years of daily reports make a list that can be read.
 * @param days the earliest first
 */
export const usagePeaks = (days: UsageDay[]): MonthlyPeak[] => {
  const peaks = new Map<string, MonthlyPeak>()
  for (const { day, users, workspaces } of days) {
    const month = day.slice(0, 7)
    const peak = peaks.get(month) ?? { month, day, users, workspaces }
    peaks.set(month, {
      month,
      day: users > peak.users ? day : peak.day,
      users: Math.max(users, peak.users),
      workspaces: Math.max(workspaces, peak.workspaces),
    })
  }
  return [...peaks.values()]
}
