/** Who is told of an event: the administrators and sales, or the users of the partner concerned. */
export type Audience = 'partner' | 'staff'

/** Every event the plugin keeps; the audience gets a notification and a mail. */
export const eventTypes = {
  'order.submitted': { audience: 'staff' },
  'order.approved': { audience: 'partner' },
  'order.rejected': { audience: 'partner' },
  'order.returned': { audience: 'partner' },
  'order.paid': { audience: 'partner' },
  'order.completed': { audience: 'partner' },
  'order.cancelled': { audience: 'staff' },
} as const satisfies Record<string, { audience: Audience }>

export type EventType = keyof typeof eventTypes
