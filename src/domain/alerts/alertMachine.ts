import { defineMachine } from '../machine'

export const alertStates = ['open', 'acknowledged', 'snoozed', 'resolved'] as const

export type AlertState = (typeof alertStates)[number]

/** A snoozed alert opens again when its time is over; a resolved one has lost its cause. */
export const alertMachine = defineMachine<AlertState>('open', {
  open: { to: { acknowledge: ['acknowledged'], snooze: ['snoozed'], resolve: ['resolved'] } },
  acknowledged: { to: { reopen: ['open'], resolve: ['resolved'] } },
  snoozed: {
    to: {
      acknowledge: ['acknowledged'],
      snooze: ['snoozed'],
      reopen: ['open'],
      resolve: ['resolved'],
    },
  },
  resolved: { to: {} },
})

/** What a person may do with an alert; `resolve` is the system's. */
export const alertActions = ['acknowledge', 'snooze', 'reopen'] as const
export type AlertAction = (typeof alertActions)[number]

/** What still asks for somebody: the states that an alert is resolved from. */
export const unresolvedStates = alertMachine.states.filter((state) =>
  alertMachine.allows(state, 'resolved'),
)

/** What an alert that opens again forgets. */
export const unhandled = { snoozedUntil: null, handledAt: null, handledBy: null }
