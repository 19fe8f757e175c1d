import {
  timelineTexts,
  type TimelineEvent,
  type TimelineFigures,
  type TimelineKind,
  type TimelineText,
} from './timelineView'

/** ISO 8601, UTC. */
export type Instant = string

export const iso = (at: Instant): string => new Date(at).toISOString()

const nothing: TimelineFigures = {
  limits: null,
  expiresAt: null,
  usage: null,
  shareBps: null,
  amount: null,
  currency: null,
  changes: null,
}

export type TimelineDetail = {
  params?: Record<string, string>
  figures?: Partial<TimelineFigures>
  note?: null | string
  ref?: TimelineEvent['ref']
}

/** An event with its title in English. */
export const timelineEventOf = (
  kind: TimelineKind,
  text: TimelineText,
  at: Instant,
  { figures, note, params = {}, ref }: TimelineDetail = {},
): TimelineEvent => ({
  at: iso(at),
  kind,
  title: timelineTexts[text].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
  text,
  params,
  figures: { ...nothing, ...figures },
  note: note ?? null,
  ref: ref ?? null,
})
