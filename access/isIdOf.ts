import type { BasePayload } from 'payload'

import { hasObjectIds } from '../src/database/hasObjectIds'

type Form = 'number' | 'text' | 'uuid'

const forms: Record<Form, (id: string) => boolean> = {
  number: (id) => /^\d+$/.test(id) && Number.isSafeInteger(Number(id)),
  // Payload's conditions take `null` in letters for none; no document is called so.
  text: (id) => id !== '' && id !== 'null',
  uuid: (id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id),
}

/** A collection may have IDs of its own; SQL adapters say whether theirs are UUIDs. */
const formOf = ({ collections, db }: BasePayload, slug: string): Form => {
  const own = collections[slug as 'users']?.customIDType
  if (own) return own
  if ((db as { idType?: string }).idType?.startsWith('uuid')) return 'uuid'
  return db.defaultIDType
}

/**
 * Whether a document of a collection can have such an ID at all: a database that types its IDs ends
 * the transaction in which it is asked about one that is none.
 */
export const isIdOf = (payload: BasePayload, slug: string, id: unknown): id is number | string =>
  (typeof id === 'string' || typeof id === 'number') && forms[formOf(payload, slug)](String(id))

/**
 * Whether IDs are numbers and this is none: some databases read a number out of it, others fail. Where
 * IDs are texts or UUIDs such an ID is one that nobody has.
 */
export const isNoNumber = (payload: BasePayload, slug: string, id: unknown): boolean =>
  formOf(payload, slug) === 'number' && !isIdOf(payload, slug, id)

/** Whether IDs are those of MongoDB and this is none; its driver fails on such a one in a list. */
export const isNoObjectId = (payload: BasePayload, slug: string, id: unknown): boolean =>
  hasObjectIds(payload) &&
  !payload.collections[slug as 'users']?.customIDType &&
  !/^[\da-f]{24}$/i.test(String(id))
