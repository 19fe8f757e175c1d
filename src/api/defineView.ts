import { z } from 'zod'

import { idOf } from '../domain/idOf'

/** A field on the wire: its schema, and how it is made from a stored value. */
export type ViewField<S extends z.ZodType = z.ZodType> = {
  schema: S
  read: (value: unknown) => z.output<S>
}

type Fields = Record<string, ViewField>
type Shape<F extends Fields> = { [K in keyof F]: F[K]['schema'] }

export type View<S extends z.ZodType = z.ZodType> = {
  schema: S
  /** A stored document, links populated or not, as it goes over the wire. */
  view: (stored: object) => z.output<S>
}

const field = <S extends z.ZodType>(
  schema: S,
  read: (value: unknown) => unknown,
): ViewField<S> => ({ schema, read: read as ViewField<S>['read'] })

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Most are ISO in UTC already; a page has a hundred of them. */
const asInstant = (value: unknown): string =>
  typeof value === 'string' && written.test(value) ? value : new Date(value as string).toISOString()

/** What stands for nothing, and for what the caller may not see, is `null`. */
const nullable = <S extends z.ZodType>(schema: S, read: (value: unknown) => unknown) =>
  field(schema.nullable(), (value) => (value === null || value === undefined ? null : read(value)))

const same = (value: unknown): unknown => value

/** An opaque string, whatever the database's IDs are. */
export const idField = field(z.string(), String)
/** The ID of another document. */
export const linkField = nullable(z.string(), (value) => {
  const id = idOf(value as string)
  return id === null ? null : String(id)
})
export const textField = nullable(z.string(), same)
export const requiredText = field(z.string(), same)
/** A whole number: a count, minor units or basis points. */
export const wholeField = nullable(z.number().int(), same)
export const requiredWhole = field(z.number().int(), same)
export const flagField = field(z.boolean(), Boolean)
/** ISO 8601 in UTC. */
export const instantField = nullable(z.iso.datetime(), asInstant)
export const requiredInstant = field(z.iso.datetime(), asInstant)
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  field(z.enum(values), same)
/** A field with a sentence for the documentation. */
export const told = <S extends z.ZodType>(
  { read, schema }: ViewField<S>,
  description: string,
): ViewField<S> => ({ read, schema: schema.describe(description) })

/** A view from a table of its fields, under its name on the wire. */
export const defineView = <F extends Fields>(
  title: string,
  fields: F,
): View<z.ZodObject<Shape<F>>> => {
  const { schema, view } = viewOf(fields)
  return { schema: schema.meta({ title }), view }
}

const viewOf = <F extends Fields>(fields: F): View<z.ZodObject<Shape<F>>> => {
  const entries = Object.entries(fields)
  const schema = z.object(
    Object.fromEntries(entries.map(([name, { schema: one }]) => [name, one])),
  ) as unknown as z.ZodObject<Shape<F>>
  const view = (stored: object) =>
    Object.fromEntries(
      entries.map(([name, { read }]) => [name, read((stored as Record<string, unknown>)[name])]),
    )
  return { schema, view: view as View<z.ZodObject<Shape<F>>>['view'] }
}

/** Fields that belong together, e.g. the parts of an address. */
export const groupField = <F extends Fields>(fields: F): ViewField<z.ZodObject<Shape<F>>> => {
  const { schema, view } = viewOf(fields)
  return { schema, read: (value) => view((value as object | null) ?? {}) }
}
