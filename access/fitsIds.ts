import type { FlattenedField, PayloadRequest } from 'payload'

import type { Condition } from '../src/domain/records/checkWhere'
import { valuesOf, withList } from './fitsField'
import { isNoNumber, isNoObjectId } from './isIdOf'

/**
 * Whether what a condition asks of IDs, or of links to documents, can be one.
 * @param slug of the collection whose IDs they are; none where the condition is on something else
 */
export const fitsIds = (
  { payload }: PayloadRequest,
  slug: string | undefined,
  { operator, value }: Condition,
): boolean => {
  if (slug === undefined || operator === 'exists') return true
  // The word for nothing is a value like others in a list, and no number.
  const isList = withList.has(operator)
  const words = isList && String(value).split(',').includes('null')
  return !valuesOf({ operator, value })
    .concat(words ? 'null' : [])
    .some((id) => isNoNumber(payload, slug, id) || (isList && isNoObjectId(payload, slug, id)))
}

/** Where a field links to, if to one collection. */
export const linkedSlug = (field: FlattenedField | undefined): string | undefined =>
  (field?.type === 'relationship' || field?.type === 'upload') &&
  typeof field.relationTo === 'string'
    ? field.relationTo
    : undefined
