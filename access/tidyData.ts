import type { FlattenedField } from 'payload'

import { instantOf } from '../src/domain/time/instantOf'
import { tidyText } from '../src/domain/visibleText'

type Data = Record<string, unknown>

/** A client's texts in one form, so that twins are found: names, and e-mails that are a person's. */
export const tidyData = (fields: FlattenedField[], data: Data): Data => {
  const tidied = { ...data }
  for (const field of fields) {
    const value = tidied[field.name]
    if (typeof value === 'string') tidied[field.name] = tidyField(field, value)
    else if (field.type === 'group' && typeof value === 'object' && value !== null)
      tidied[field.name] = tidyData(field.flattenedFields, value as Data)
  }
  return tidied
}

const tidyField = (field: FlattenedField, value: string): string => {
  if (field.type === 'text' && !field.hasMany) return tidyText(value)
  // As it is compared: some databases keep the text that they are given.
  if (field.type === 'date') return instantOf(value) ?? value
  if (field.type === 'textarea') return value.normalize('NFC')
  if (field.type === 'email') return field.unique ? tidyText(value).toLowerCase() : tidyText(value)
  return value
}
