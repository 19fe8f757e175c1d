import type { FlattenedField } from 'payload'

import type { Condition } from '../src/domain/records/checkWhere'
import { isInstant } from '../src/domain/time/instantOf'

const comparing = new Set(['equals', 'not_equals', 'in', 'not_in', 'all'])
const searching = new Set(['like', 'not_like'])

/** What a client may ask for by the type of a field, where databases differ or would say nothing. */
const tests: Partial<Record<string, (value: unknown, field: FlattenedField) => boolean>> = {
  date: (value) => isInstant(value),
  number: (value) => Number.isFinite(Number(value)),
  select: (value, field) => optionsOf(field).includes(String(value)),
  radio: (value, field) => optionsOf(field).includes(String(value)),
  checkbox: (value) => ['true', 'false'].includes(String(value)),
}

const optionsOf = (field: FlattenedField): string[] =>
  'options' in field ? field.options.map((one) => (typeof one === 'string' ? one : one.value)) : []

/** Whether a value can be asked of a field: an unknown state is a mistake, not "all" or "none". */
export const fitsField = (
  field: FlattenedField | undefined,
  { operator, value }: Condition,
): boolean => {
  const test = tests[field?.type ?? '']
  // Some databases have no letters to search in a choice: it is one value or another.
  const isChoice = field?.type === 'select' || field?.type === 'radio'
  if (isChoice && searching.has(operator)) return false
  const isFree = field?.type === 'select' || field?.type === 'radio' || field?.type === 'checkbox'
  if (!field || !test || operator === 'exists' || (isFree && !comparing.has(operator))) return true
  return valuesOf({ operator, value }).every((one) => test(one, field))
}

export const withList = new Set(['all', 'in', 'not_in'])

/** What a condition names, without the words for nothing. */
export const valuesOf = ({ operator, value }: Pick<Condition, 'operator' | 'value'>): unknown[] => {
  const isList = Array.isArray(value) || withList.has(operator)
  const values: unknown[] = isList && typeof value === 'string' ? value.split(',') : [value].flat()
  return values.filter(
    (one) => one !== null && one !== undefined && !['', 'null'].includes(String(one)),
  )
}
