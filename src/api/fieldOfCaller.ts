import type { FlattenedField, Payload } from 'payload'

import type { ErrorEntry } from '../domain/errors'

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** As a database calls it: `price_list_id` is the link `priceList`. */
const columnOf = ({ name, type }: FlattenedField): string =>
  type === 'relationship' || type === 'upload' ? `${snake(name)}_id` : snake(name)

const fieldOf = (fields: FlattenedField[], path: string): FlattenedField | undefined =>
  fields.find(({ name }) => name === path) ?? fields.find((field) => columnOf(field) === path)

/**
 * What a database says is taken, by the names that the caller writes. A key of our own stands for
 * the field that its `custom.duplicateOf` names; of an index over several fields the first is told.
 */
export const fieldOfCaller = (fields: FlattenedField[], path: string): string => {
  const [first = path] = path.split(/,\s*/)
  const field = fieldOf(fields, first)
  return (field?.custom?.duplicateOf as string | undefined) ?? field?.name ?? path
}

/** Some servers don't tell which index it was: the field that alone can be taken. */
const onlyUnique = (fields: FlattenedField[]): string | undefined => {
  const unique = fields.filter(
    (field) => ('unique' in field && field.unique) || field.custom?.duplicateOf !== undefined,
  )
  return unique.length === 1 ? unique[0]?.name : undefined
}

/** The entries of an error with paths that mean something to who sent the request. */
export const withFieldsOfCaller = (
  payload: Payload,
  error: unknown,
  entries: ErrorEntry[],
): ErrorEntry[] => {
  const slug = (error as { data?: { collection?: string } } | null)?.data?.collection
  const fields = payload.collections[slug as 'users']?.config.flattenedFields
  if (!fields) return entries
  return entries.map((entry) => {
    const path = entry.code === 'DUPLICATE' ? (entry.path ?? onlyUnique(fields)) : undefined
    return path ? { ...entry, path: fieldOfCaller(fields, path) } : entry
  })
}
