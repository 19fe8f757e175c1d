import { timelineEventOf, type Instant } from './timelineEventOf'
import type { LicenseState } from '../licenses/licenseMachine'
import type { TimelineEvent } from './timelineView'

export type FieldChanges = Record<string, { from?: unknown; to?: unknown }>

/** An entry of the change log, with the fields that the reader may know of. */
export type LoggedChange = { at: Instant; action: string; changes: FieldChanges }

/** What other events tell already, or nobody but the system and our own people is to know. */
const untold = new Set([
  'state',
  'stateChangedAt',
  'stateReason',
  'resumeState',
  'limits',
  'expiresAt',
  'product',
  'productType',
  'deployedAt',
  'usage',
  'purchase',
  'reason',
  'internalNotes',
])

/** The moves of a license, and what was changed of it by hand. */
export const changeEvents = (changes: LoggedChange[]): TimelineEvent[] =>
  changes.filter(({ action }) => action !== 'create').flatMap(eventsOfEntry)

const eventsOfEntry = ({ at, changes }: LoggedChange): TimelineEvent[] => {
  const told = Object.entries(changes).filter(([field]) => !untold.has(field))
  const state = changes.state?.to as LicenseState | undefined
  const reason = changes.stateReason?.to
  return [
    ...(state
      ? [
          timelineEventOf('state', `state.${state}`, at, {
            params: { from: String(changes.state?.from ?? ''), to: state },
            note: typeof reason === 'string' ? reason : null,
          }),
        ]
      : []),
    ...(told.length > 0
      ? [
          timelineEventOf('change', 'change', at, {
            params: { fields: told.map(([field]) => field).join(', ') },
            figures: { changes: Object.fromEntries(told) },
          }),
        ]
      : []),
  ]
}
