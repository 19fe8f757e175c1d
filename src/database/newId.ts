import type { BasePayload } from 'payload'

import { v7 } from 'uuid'

/**
 * An ID for a document that is about to be written: UUID v7 where the database keeps text IDs in
 * SQL; `undefined` where the database gives its own (numbers, ObjectIds).
 */
export const newId = ({ db }: Pick<BasePayload, 'db'>): string | undefined =>
  db.defaultIDType === 'text' && db.name !== 'mongoose' ? v7() : undefined
