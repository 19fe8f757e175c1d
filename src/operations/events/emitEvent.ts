import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { insertRows } from '../../database/insertRows'
import type { NewRow } from '../../database/newRow'
import { newId } from '../../database/newId'
import type { EventType } from '../../domain/events/eventTypes'

export type NewEvent = {
  type: EventType
  /** The collection's slug. */
  subject: string
  documentId: number | string
  data: Record<string, unknown>
}

/** Keeps an event in the transaction of its cause; it is dispatched after the commit. */
export const emitEvent = async (req: PayloadRequest, event: NewEvent, now: Date): Promise<void> => {
  await insertRows(req, slugsOf(req.payload).events, [eventRow(req, event, now)])
}

/** The row that `emitEvent` writes, for a caller that writes it together with its cause. */
export const eventRow = ({ payload }: PayloadRequest, event: NewEvent, now: Date): NewRow => {
  const at = now.toISOString()
  return {
    id: newId(payload),
    ...event,
    documentId: String(event.documentId),
    attempts: 0,
    dueAt: at,
    createdAt: at,
    updatedAt: at,
  }
}
