import type { FlattenedField } from 'payload'

import { isInstant } from '../src/domain/time/instantOf'
import { isTwisted, isVisible } from '../src/domain/visibleText'

type Check = (value: unknown) => string | undefined

const MAX_TEXT = 100_000

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text =
  (refused: RegExp): Check =>
  (value) => {
    if (typeof value !== 'string') return 'Expected text.'
    if (value.length > MAX_TEXT) return `At most ${MAX_TEXT} characters.`
    if (refused.test(value) || isTwisted(value)) return 'Control characters are not allowed.'
    return value === '' || isVisible(value) ? undefined : 'Expected text that can be seen.'
  }

/** What no text of one line has: control characters, and halves of characters. */
const line = text(/[\p{Cc}\p{Cs}]/u)
const lines = text(/(?![\n\r\t])[\p{Cc}\p{Cs}]/u)

/** Digits in text are a number to Payload, as forms send them. */
const number: Check = (value) =>
  Number.isFinite(value) || (typeof value === 'string' && Number.isFinite(Number(value)))
    ? undefined
    : 'Expected a number.'

const flag: Check = (value) =>
  typeof value === 'boolean' || ['', 'false', 'true'].includes(value as string)
    ? undefined
    : 'Expected true or false.'

const date: Check = (value) =>
  value === '' || isInstant(value)
    ? undefined
    : 'Expected a day such as 2027-02-28, or an instant with its zone.'

const record: Check = (value) => (isRecord(value) ? undefined : 'Expected an object.')

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value)
      ? value.map(check).find((fault) => fault !== undefined)
      : 'Expected a list.'

const isId = (value: unknown): boolean => ['number', 'string'].includes(typeof value)

/** An ID, or the document as it is read with its links followed. */
const link: Check = (value) =>
  isId(value) || (isRecord(value) && isId(value.id)) ? undefined : 'Expected an ID.'

const linkToAny: Check = (value) =>
  isRecord(value) && typeof value.relationTo === 'string'
    ? link(value.value)
    : 'Expected { relationTo, value }.'

/** By the field's type; `null` passes before. */
const checks: Partial<Record<FlattenedField['type'], Check>> = {
  array: listOf(record),
  blocks: listOf(record),
  checkbox: flag,
  code: lines,
  date,
  email: line,
  group: record,
  number,
  point: listOf(number),
  radio: line,
  richText: record,
  select: line,
  text: line,
  textarea: lines,
}

const checkOf = (field: FlattenedField): Check | undefined =>
  field.type === 'relationship' || field.type === 'upload'
    ? Array.isArray(field.relationTo)
      ? linkToAny
      : link
    : checks[field.type]

/** What is wrong with the type of a value that a client writes into a field. */
export const valueFault = (field: FlattenedField, value: unknown): string | undefined => {
  const check = checkOf(field)
  if (!check) return undefined
  const many = 'hasMany' in field && field.hasMany
  return (many ? listOf(check) : check)(value)
}
