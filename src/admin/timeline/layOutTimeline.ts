import type { LicenseState } from '../../domain/licenses/licenseMachine'
import type { TimelineEvent } from '../../domain/timeline/timelineView'

export type Limits = { workspaces: number; users: number }
export type UsageDay = Limits & { day: string }

/** From one instant to another, milliseconds UTC. */
export type Span = { from: number; to: number; name: string; event: TimelineEvent | null }

export type Picture = {
  start: number
  end: number
  now: number
  expiresAt: null | number
  /** `name` is the state. */
  states: Span[]
  /** `name` is how it ended, or how far it came. */
  deployments: Span[]
  purchases: TimelineEvent[]
  alerts: TimelineEvent[]
  /** The limits from each instant on. */
  limits: (Limits & { at: number })[]
}

const time = (at: string): number => Date.parse(at)

/** What a license's timeline shows: from its first event to its expiry, or to today where that is later. */
export const layOutTimeline = (
  events: TimelineEvent[],
  license: { state: LicenseState; createdAt: string; expiresAt: null | string },
  now: Date,
): Picture => {
  const past = events.filter(({ at }) => time(at) <= now.getTime())
  const start = Math.min(time(license.createdAt), ...past.map(({ at }) => time(at)))
  const expiresAt = license.expiresAt === null ? null : time(license.expiresAt)
  const ofKind = (kind: TimelineEvent['kind']) => past.filter((event) => event.kind === kind)
  return {
    start,
    end: Math.max(now.getTime(), expiresAt ?? 0),
    now: now.getTime(),
    expiresAt,
    states: statesOf(ofKind('state'), license, start, now.getTime()),
    deployments: deploymentsOf(ofKind('deployment'), now.getTime()),
    purchases: ofKind('purchase'),
    alerts: ofKind('alert'),
    limits: limitsOf(ofKind('purchase')),
  }
}

/** Nothing where the reader may not know how the license came to its state. */
const statesOf = (
  moves: TimelineEvent[],
  { createdAt, state }: { state: LicenseState; createdAt: string },
  start: number,
  now: number,
): Span[] => {
  if (moves.length === 0 && state !== 'created') return []
  const begins = [
    { from: Math.max(start, time(createdAt)), name: 'created', event: null },
    ...moves.map((event) => ({ from: time(event.at), name: event.params.to ?? '', event })),
  ]
  return begins.map((one, index) => ({ ...one, to: begins[index + 1]?.from ?? now }))
}

/** From the start of the work to its end, each time it was begun; what has not begun is a point. */
const deploymentsOf = (events: TimelineEvent[], now: number): Span[] => {
  const ids = [...new Set(events.map(({ ref }) => ref?.id))]
  return ids.flatMap((id) => {
    const steps = events.filter(({ ref }) => ref?.id === id)
    const begun = steps.flatMap((step, index) => (isStart(step) ? [steps.slice(index)] : []))
    return (begun.length > 0 ? begun : [steps.slice(-1)]).flatMap((rest) => tryOf(rest, now))
  })
}

const isStart = ({ text }: TimelineEvent): boolean => text === 'deployment.started'

/** From its first step to the next one. */
const tryOf = ([first, last = first]: TimelineEvent[], now: number): Span[] => {
  if (!first || !last) return []
  const name = last.text.replace('deployment.', '').replace('started', 'in_progress')
  const to = name === 'in_progress' ? now : time(last.at)
  return [{ from: time(first.at), to, name, event: last }]
}

const limitsOf = (purchases: TimelineEvent[]): Picture['limits'] =>
  purchases.flatMap(({ at, figures: { limits } }) =>
    limits ? [{ at: time(at), ...limits.after }] : [],
  )
