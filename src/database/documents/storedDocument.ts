import type { FlattenedField } from 'payload'

import type { NewRow } from '../newRow'

/** MongoDB's own kind of ID, from 24 hexadecimal digits or new. */
export type MakeId = new (hex?: string) => object

type Stored = Record<string, unknown>

const HEX_ID = /^[0-9a-f]{24}$/i

/** A row as Payload stores it on MongoDB: links as ObjectIds, instants as dates, defaults filled in. */
export const storedDocument = (
  ObjectId: MakeId,
  fields: FlattenedField[],
  { id, ...row }: NewRow,
): Stored & { _id: unknown } => {
  const now = new Date()
  const _id = id === undefined ? new ObjectId() : idOf(ObjectId, id)
  return { _id, createdAt: now, updatedAt: now, ...storedFields(ObjectId, fields, row) }
}

/** What is empty is left out: a unique index counts a `null` as a value. A group is there even so. */
const storedFields = (ObjectId: MakeId, fields: FlattenedField[], row: Stored): Stored => {
  const stored: Stored = {}
  for (const field of fields) {
    const value = row[field.name] === undefined ? defaultOf(field) : row[field.name]
    if (field.type === 'group')
      stored[field.name] = storedFields(ObjectId, field.flattenedFields, (value ?? {}) as Stored)
    else if (value !== null && value !== undefined)
      stored[field.name] = storedValue(ObjectId, field, value)
  }
  return stored
}

const storedValue = (ObjectId: MakeId, field: FlattenedField, value: unknown): unknown => {
  if (field.type === 'date') return new Date(value as string)
  if (field.type === 'relationship' && typeof field.relationTo === 'string')
    return Array.isArray(value) ? value.map((one) => idOf(ObjectId, one)) : idOf(ObjectId, value)
  return value
}

const idOf = (ObjectId: MakeId, value: unknown): unknown =>
  typeof value === 'string' && HEX_ID.test(value) ? new ObjectId(value) : value

const defaultOf = (field: FlattenedField): unknown =>
  'defaultValue' in field && typeof field.defaultValue !== 'function'
    ? field.defaultValue
    : undefined
