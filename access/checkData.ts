import type { FlattenedField, PayloadRequest } from 'payload'

import { ChannelError, type ErrorEntry } from '../src/domain/errors'
import { idOf } from '../src/domain/idOf'
import { isDeeper } from '../src/domain/isDeeper'

type Data = Record<string, unknown>
type Fault = Pick<ErrorEntry, 'message' | 'path'>

type Operation = 'create' | 'update'

const MAX_TEXT = 100_000
const MAX_DEPTH = 40

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The types of what a client writes: Payload's own validation takes them for granted. A link must
 * lead to a document that the client may know of.
 * @throws INVALID_INPUT with one entry for each field at fault
 */
export const checkData = async (
  req: PayloadRequest,
  fields: FlattenedField[],
  data: unknown,
  operation: Operation,
): Promise<void> => {
  if (!isRecord(data))
    throw new ChannelError('INVALID_INPUT', { message: 'Send an object as application/json.' })
  const faults = await faultsOf(req, fields, data, operation)
  const entries = faults.map((fault): ErrorEntry => ({ code: 'INVALID_INPUT', ...fault }))
  if (entries.length > 0) throw ChannelError.of(entries as [ErrorEntry, ...ErrorEntry[]])
}

const faultsOf = async (
  req: PayloadRequest,
  fields: FlattenedField[],
  data: Data,
  operation: Operation,
  prefix = '',
): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (const field of fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (value === undefined || value === null) continue
    // What the caller may not write is left out anyway.
    const may = 'access' in field ? field.access?.[operation] : undefined
    if (may && !(await may({ req }))) continue
    const path = `${prefix}${field.name}`
    if (field.type === 'group' && isRecord(value))
      faults.push(...(await faultsOf(req, field.flattenedFields, value, operation, `${path}.`)))
    else {
      const message = typeFault(field, value) ?? (await linkFault(req, field, value))
      if (message) faults.push({ message, path })
    }
  }
  return faults
}

const typeFault = (field: FlattenedField, value: unknown): string | undefined => {
  if (isDeeper(value, MAX_DEPTH)) return `At most ${MAX_DEPTH} levels.`
  if (field.type === 'group') return 'Expected an object.'
  if (field.type === 'text' && field.hasMany) return undefined
  if (field.type === 'text' || field.type === 'email') return textFault(value, /\p{Cc}/u)
  if (field.type === 'textarea' || field.type === 'code')
    return textFault(value, /(?![\n\r\t])\p{Cc}/u)
  if (field.type === 'date') return dateFault(value)
  return undefined
}

const textFault = (value: unknown, refused: RegExp): string | undefined => {
  if (typeof value !== 'string') return 'Expected text.'
  if (value.length > MAX_TEXT) return `At most ${MAX_TEXT} characters.`
  return refused.test(value) ? 'Control characters are not allowed.' : undefined
}

const dateFault = (value: unknown): string | undefined =>
  value === '' || (typeof value !== 'object' && !Number.isNaN(Date.parse(String(value))))
    ? undefined
    : 'Expected a date.'

const linkFault = async (
  req: PayloadRequest,
  field: FlattenedField,
  value: unknown,
): Promise<string | undefined> => {
  if (field.type !== 'relationship' || typeof field.relationTo !== 'string' || field.hasMany)
    return undefined
  const id = value === '' ? null : idOf(value as string)
  if (id === null) return undefined
  if (!['number', 'string'].includes(typeof id)) return 'Expected an ID.'
  const { totalDocs } = await req.payload
    .count({
      collection: field.relationTo,
      where: { id: { equals: id } },
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch(() => ({ totalDocs: 0 }))
  return totalDocs > 0 ? undefined : 'There is no such document.'
}
