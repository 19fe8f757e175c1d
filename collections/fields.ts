import { relationship } from 'payload/shared'
import type {
  DateField,
  JoinField,
  NumberField,
  RelationshipField,
  RelationshipFieldSingleValidation,
  SelectField,
  TextField,
  UIField,
} from 'payload'

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
  ({
    type: 'relationship',
    relationTo: to,
    index: true,
    validate: isOne,
    ...field,
  }) as RelationshipField

/** Payload takes an empty list for one document, which no database can store. */
const isOne: RelationshipFieldSingleValidation = (value: unknown, options) =>
  Array.isArray(value) ? 'Name one document.' : relationship(value as string, options)

/** Buttons to act on a document with, in a row of its list as on its page; stores nothing. */
export const buttons = (component: string): UIField => ({
  type: 'ui',
  name: 'actions',
  label: label('Actions', '操作'),
  admin: {
    components: {
      Cell: `payload-channel/client#${component}`,
      Field: `payload-channel/client#${component}`,
    },
  },
})

/** Above a list: one link for each state of its documents. */
export const stateChips = (
  slug: Slugs[keyof Slugs],
  of: 'alerts' | 'deployments' | 'licenses' | 'orders',
) => ({ path: 'payload-channel/client#StateChips', clientProps: { slug, of } })

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

/** The lists that a document shows of the ones that point to it, with the columns that tell most. */
const joinedLists = {
  licenses: {
    label: label('Licenses', '许可证'),
    defaultColumns: ['licenseId', 'state', 'product', 'expiresAt'],
    defaultSort: '-createdAt',
  },
  purchases: {
    label: label('Purchases', '采购记录'),
    defaultColumns: ['type', 'license', 'purchasedAt', 'amount'],
    defaultSort: '-purchasedAt',
  },
  deployments: {
    label: label('Deployments', '部署'),
    defaultColumns: ['license', 'environment', 'state', 'scheduledAt'],
    defaultSort: '-scheduledAt',
  },
  alerts: {
    label: label('Alerts', '告警'),
    defaultColumns: ['kind', 'license', 'state', 'raisedAt'],
    defaultSort: '-raisedAt',
  },
  customers: {
    label: label('Customers', '客户'),
    defaultColumns: ['name', 'email', 'country'],
    defaultSort: 'name',
  },
  orders: {
    label: label('Orders', '订单'),
    defaultColumns: ['orderNumber', 'state', 'total', 'orderDate'],
    defaultSort: '-orderDate',
  },
} as const

export type JoinedKey = keyof typeof joinedLists

/** Joined lists of the documents whose field `on` points here. */
export const joined = (slugs: Slugs, on: string, of: JoinedKey[]): JoinField[] =>
  of.map((key) => ({
    name: key,
    type: 'join',
    label: joinedLists[key].label,
    collection: slugs[key],
    on,
    defaultSort: joinedLists[key].defaultSort,
    maxDepth: 1,
    admin: { defaultColumns: [...joinedLists[key].defaultColumns] },
  }))
