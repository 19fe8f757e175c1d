import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { ChannelError } from '../src/domain/errors'
import { isReadable } from './guardFields'

const everywhere = new Set(['id', 'createdAt', 'updatedAt'])

type Step = { fields: FlattenedField[]; collection: SanitizedCollectionConfig }

/**
 * Whether a caller may ask for a field, also through relationships: `partner.tier.name`. Payload
 * checks conditions, but not every sort, and dies of an unseen rejection two relationships deep.
 * @param whole whether the documents on the way must all be the caller's to read, as for sorting
 * @returns the field at its end
 * @throws INVALID_INPUT naming `at`
 */
export const checkPath = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  path: string,
  at: string,
  whole = false,
): Promise<FlattenedField | undefined> => {
  const refuse = () =>
    new ChannelError('INVALID_INPUT', { path: at, message: 'There is no such field.' })
  let last: FlattenedField | undefined
  let step: Step = { collection, fields: collection.flattenedFields }
  for (const segment of path.split('.')) {
    const field = step.fields.find(({ name }) => name === segment)
    if (!field) {
      if (everywhere.has(segment)) return undefined
      throw refuse()
    }
    // What is stored nowhere can't be asked about.
    if ('virtual' in field && field.virtual === true) throw refuse()
    if (!(await isReadable(req, field))) throw refuse()
    last = field
    const next = nextOf(req, step, field)
    if (!next) return last
    const entered = next.collection !== step.collection
    if (entered && path.includes(`${segment}.`) && !(await isReachable(req, next, whole)))
      throw refuse()
    step = next
  }
  return last
}

/** Where a path goes on from a field; `null` where it ends, or leads into free data. */
const nextOf = (req: PayloadRequest, step: Step, field: FlattenedField): Step | null => {
  if ('flattenedFields' in field) return { ...step, fields: field.flattenedFields }
  const to =
    field.type === 'join'
      ? field.collection
      : field.type === 'relationship' || field.type === 'upload'
        ? field.relationTo
        : undefined
  if (typeof to !== 'string') return null
  const { config } = req.payload.collections[to]
  return { collection: config, fields: config.flattenedFields }
}

const isReachable = async (
  req: PayloadRequest,
  { collection }: Step,
  whole: boolean,
): Promise<boolean> => {
  const reach = await collection.access.read({ req })
  return whole ? reach === true : reach !== false
}
