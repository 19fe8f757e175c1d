/**
 * Who is told of an event: the administrators and sales, the users of the partner or engineer
 * concerned, or nobody: the event is kept for the record, and for those who listen.
 */
export type Audience = 'engineer' | 'nobody' | 'partner' | 'staff'

/** Every event the plugin keeps; the audience gets a notification and a mail. `byStaff`: another one where staff did it. */
export const eventTypes = {
  'order.submitted': { audience: 'staff' },
  'order.approved': { audience: 'partner' },
  'order.rejected': { audience: 'partner' },
  'order.returned': { audience: 'partner' },
  'order.paid': { audience: 'partner' },
  'order.completed': { audience: 'partner' },
  // Whoever did not do it is told.
  'order.cancelled': { audience: 'staff', byStaff: 'partner' },
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
} as const satisfies Record<string, { audience: Audience; byStaff?: Audience }>

export type EventType = keyof typeof eventTypes

/** Who is told of an event; with `by: 'staff'` in its data staff did it. */
export const audienceOf = (type: EventType, data: unknown): Audience => {
  const { audience, byStaff }: { audience: Audience; byStaff?: Audience } = eventTypes[type]
  return (byStaff && (data as { by?: string } | null)?.by === 'staff' && byStaff) || audience
}

/** The events that somebody gets a mail of. */
export type ToldEventType = {
  [Type in EventType]: (typeof eventTypes)[Type]['audience'] extends 'nobody' ? never : Type
}[EventType]
