import type { Id } from '../idOf'
import type { LoggedChange } from './timelineChanges'
import { iso, timelineEventOf, type Instant } from './timelineEventOf'
import type { TimelineEvent } from './timelineView'

export type TimelineDeployment = {
  id: Id
  environment: string
  state: string
  createdAt: Instant
  startedAt?: Instant | null
  finishedAt?: Instant | null
  failureReason?: null | string
  /** Its entries in the change log, the first one first, where it has failed at any time. */
  log?: LoggedChange[]
}

/** When a deployment was scheduled, begun and ended, as far as it came; and so each try that failed. */
export const deploymentEvents = (deployment: TimelineDeployment): TimelineEvent[] => {
  const { environment, failureReason, finishedAt, id, log = [], startedAt, state } = deployment
  const said = {
    params: { environment },
    ref: { resource: 'deployments' as const, id: String(id) },
  }
  const failures = failuresIn(log)
  const last = failures.at(-1)
  const started = (at: Instant) => timelineEventOf('deployment', 'deployment.started', at, said)
  const ended = (text: TimelineEvent['text'], at: Instant, note?: null | string) =>
    timelineEventOf('deployment', text, at, { ...said, note })
  const end = state === 'failed' && last ? undefined : ends[state]
  return [
    timelineEventOf('deployment', 'deployment.scheduled', deployment.createdAt, said),
    ...failures.flatMap(({ at, reason, since }) => [
      ...(since ? [started(since)] : []),
      ended('deployment.failed', at, reason),
    ]),
    ...(startedAt && iso(startedAt) !== last?.since ? [started(startedAt)] : []),
    ...(end && finishedAt ? [ended(end, finishedAt, failureReason)] : []),
  ]
}

const ends: Partial<Record<string, TimelineEvent['text']>> = {
  completed: 'deployment.completed',
  failed: 'deployment.failed',
  cancelled: 'deployment.cancelled',
}

type Failure = { since: Instant | null; at: Instant; reason: null | string }

/** What a deployment that is scheduled anew no longer says itself. */
const failuresIn = (log: LoggedChange[]): Failure[] => {
  const failures: Failure[] = []
  let since: Instant | null = null
  for (const { at, changes } of log) {
    const { failureReason, finishedAt, startedAt, state } = changes
    if (startedAt) since = startedAt.to ? iso(String(startedAt.to)) : null
    if (state?.to !== 'failed') continue
    const reason = typeof failureReason?.to === 'string' ? failureReason.to : null
    failures.push({ since, at: iso(String(finishedAt?.to ?? at)), reason })
  }
  return failures
}
