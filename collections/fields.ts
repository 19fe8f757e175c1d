import type { DateField, NumberField, RelationshipField, SelectField, TextField } from 'payload'

import type { ChannelOptions } from '../src/options'
import type { Slugs } from '../src/slugs'

/** A collection of the plugin, made from the host's options. */
export type DefineCollection<T> = (options: ChannelOptions) => T

/** Text in the admin panel's two languages. */
export const label = (en: string, zh: string) => ({ en, zh })

type Common<T> = { name: string; label: { en: string; zh: string } } & Partial<T>

export const text = (field: Common<TextField>): TextField =>
  ({ type: 'text', maxLength: 200, ...field }) as TextField

/** Integer, zero or more: a count, minor units or basis points. */
export const whole = (field: Common<NumberField>): NumberField =>
  ({
    type: 'number',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    validate: isWhole(field),
    ...field,
  }) as NumberField

/** Integer minor units of the document's currency, shown as money. */
export const money = (field: Common<NumberField>): NumberField =>
  whole({
    ...field,
    admin: {
      ...field.admin,
      components: { Cell: 'payload-channel/client#MoneyCell', ...field.admin?.components },
    },
  })

export const instant = (field: Common<DateField>): DateField => ({
  type: 'date',
  ...field,
  admin: { date: { pickerAppearance: 'dayAndTime' }, ...field.admin },
})

export const choice = (
  field: Common<SelectField> & {
    choices: readonly (readonly [value: string, en: string, zh: string])[]
  },
): SelectField => {
  const { choices, ...rest } = field
  const options = choices.map(([value, en, zh]) => ({ value, label: label(en, zh) }))
  return { type: 'select', ...rest, options } as SelectField
}

/** A link to one document of a collection of the plugin. */
export const link = (to: Slugs[keyof Slugs], field: Common<RelationshipField>): RelationshipField =>
  ({ type: 'relationship', relationTo: to, index: true, ...field }) as RelationshipField

const isWhole =
  (field: { min?: number; max?: number; required?: boolean }) =>
  (value: unknown): string | true => {
    if (value === null || value === undefined) return field.required ? 'Required.' : true
    if (!Number.isSafeInteger(value)) return 'Enter a whole number.'
    if ((value as number) < (field.min ?? 0)) return `Must be at least ${field.min ?? 0}.`
    return (
      (value as number) <= (field.max ?? Number.MAX_SAFE_INTEGER) || `Must be at most ${field.max}.`
    )
  }

/** Counts the writes of a document, so that of two at once on one version the second is refused. */
export const revisionField: NumberField = whole({
  name: 'revision',
  label: label('Revision', '修订号'),
  defaultValue: 0,
  admin: { hidden: true },
  access: { create: () => false, update: () => false },
})
