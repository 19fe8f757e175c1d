/**
 * Who is told of an event: the administrators and sales, the users of the partner or engineer
 * concerned, or nobody: the event is kept for the record, and for those who listen.
 */
export type Audience = 'engineer' | 'nobody' | 'partner' | 'staff'

/** Every event the plugin keeps; the audience gets a notification and a mail. */
export const eventTypes = {
  'order.submitted': { audience: 'staff' },
  'order.approved': { audience: 'partner' },
  'order.rejected': { audience: 'partner' },
  'order.returned': { audience: 'partner' },
  'order.paid': { audience: 'partner' },
  'order.completed': { audience: 'partner' },
  'order.cancelled': { audience: 'staff' },
  'license.deployed': { audience: 'nobody' },
  'license.used': { audience: 'nobody' },
  'license.renewed': { audience: 'nobody' },
  'license.expanded': { audience: 'nobody' },
  'license.upgraded': { audience: 'nobody' },
  'license.reversed': { audience: 'nobody' },
  'license.expired': { audience: 'nobody' },
  'license.suspended': { audience: 'nobody' },
  'license.resumed': { audience: 'nobody' },
  'license.terminated': { audience: 'nobody' },
  'deployment.scheduled': { audience: 'engineer' },
  'deployment.completed': { audience: 'partner' },
  'deployment.failed': { audience: 'staff' },
  'deployment.cancelled': { audience: 'engineer' },
} as const satisfies Record<string, { audience: Audience }>

export type EventType = keyof typeof eventTypes

/** The events that somebody gets a mail of. */
export type ToldEventType = {
  [Type in EventType]: (typeof eventTypes)[Type]['audience'] extends 'nobody' ? never : Type
}[EventType]
