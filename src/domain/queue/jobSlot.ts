/** How often a job is due; its slots begin with the UTC minute, hour or day. */
export type Every = keyof typeof slotMs

const slotMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** After so many attempts a run waits for a person, who sees why and may queue it anew. */
export const MAX_JOB_ATTEMPTS = 8

/** The start of the slot that an instant lies in. UTC knows no shift of clocks: plain division. */
export const slotAt = (every: Every, now: Date): Date =>
  new Date(Math.floor(now.getTime() / slotMs[every]) * slotMs[every])

/** One run for a job and a slot: `scanAlerts:2026-11-21T04:00:00.000Z`. */
export const runKeyOf = (job: string, slot: Date): string => `${job}:${slot.toISOString()}`
