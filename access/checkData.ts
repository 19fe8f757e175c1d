import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { ChannelError, type ErrorEntry } from '../src/domain/errors'
import { idOf, type Id } from '../src/domain/idOf'
import { isDeeper } from '../src/domain/records/isDeeper'
import { isIdOf } from './isIdOf'
import { isRecord, valueFault } from './valueFault'

type Data = Record<string, unknown>
type Fault = Pick<ErrorEntry, 'message' | 'path'>

/** Who writes where; `id` of the one document that is changed. */
export type Writing = {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  operation: 'create' | 'update'
  id?: Id
}

const MAX_DEPTH = 40

/**
 * The types of what a client writes: Payload's own validation takes them for granted. A link must
 * lead to a document that the client may know of, or be the one that is there.
 * @throws INVALID_INPUT with one entry for each field at fault
 */
export const checkData = async (writing: Writing, data: unknown): Promise<void> => {
  if (!isRecord(data))
    throw new ChannelError('INVALID_INPUT', { message: 'Send an object as application/json.' })
  const { flattenedFields } = writing.collection
  const faults = [...deepFaults(data), ...(await faultsOf(writing, flattenedFields, data))]
  const entries = faults.map((fault): ErrorEntry => ({ code: 'INVALID_INPUT', ...fault }))
  if (entries.length > 0) throw ChannelError.of(entries as [ErrorEntry, ...ErrorEntry[]])
}

/** Whatever the field, and whether there is one: Payload copies it all, level by level. */
const deepFaults = (data: Data): Fault[] =>
  Object.keys(data)
    .filter((path) => isDeeper(data[path], MAX_DEPTH))
    .map((path) => ({ message: `At most ${MAX_DEPTH} levels.`, path }))

const faultsOf = async (
  writing: Writing,
  fields: FlattenedField[],
  data: Data,
  prefix = '',
): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (const field of fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    const path = `${prefix}${field.name}`
    // Payload takes for granted that a group is there, whoever may write it.
    if (field.type === 'group' && value === null)
      faults.push({ message: 'Expected an object.', path })
    if (value === undefined || value === null) continue
    if (field.type === 'group' && isRecord(value))
      faults.push(...(await faultsOf(writing, field.flattenedFields, value, `${path}.`)))
    else {
      const message = valueFault(field, value) ?? (await linkFault(writing, field, value, path))
      if (message) faults.push({ message, path })
    }
  }
  return faults
}

/** What the caller may not write is left out anyway. */
const isWritten = async ({ operation, req }: Writing, field: FlattenedField): Promise<boolean> => {
  const may = 'access' in field ? field.access?.[operation] : undefined
  return !may || Boolean(await may({ req }))
}

const linkFault = async (
  writing: Writing,
  field: FlattenedField,
  value: unknown,
  path: string,
): Promise<string | undefined> => {
  if (field.type !== 'relationship' || typeof field.relationTo !== 'string' || field.hasMany)
    return undefined
  const id = value === '' ? null : idOf(value as string)
  if (id === null || !(await isWritten(writing, field))) return undefined
  const known =
    (await isKnown(writing.req, field.relationTo, id)) || (await isThere(writing, path, id))
  return known ? undefined : 'There is no such document.'
}

const isKnown = async (req: PayloadRequest, collection: string, id: Id): Promise<boolean> => {
  if (!isIdOf(req.payload, collection, id)) return false
  const where = { id: { equals: id } }
  const { totalDocs } = await req.payload
    .count({ collection: collection as 'users', where, overrideAccess: false, user: req.user, req })
    .catch(() => ({ totalDocs: 0 }))
  return totalDocs > 0
}

/** Whether the caller reads this very link in the document: what is read can be sent back. */
const isThere = async (writing: Writing, path: string, linked: Id): Promise<boolean> => {
  const { collection, id, req } = writing
  if (id === undefined) return false
  const stored = await req.payload
    .findByID({
      collection: collection.slug as 'users',
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch(() => null)
  const there = path.split('.').reduce<unknown>((at, name) => (at as Data | null)?.[name], stored)
  return there === linked
}
