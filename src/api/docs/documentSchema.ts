import { z } from 'zod'

export type Schema = Record<string, unknown>

/** Schemas by their names: what the document has once and points to. */
export type Components = Record<string, Schema>

/** Unicode classes as every reader of patterns knows them; a JSON text has no broken surrogates. */
const portable: [unicode: string, plain: string][] = [
  ['\\p{Cs}', ''],
  ['\\p{Cc}', '\\x00-\\x1f\\x7f-\\x9f'],
]

/** A pattern without Unicode classes; undefined where it needs others. */
const plainPattern = (pattern: string): string | undefined => {
  const plain = portable.reduce(
    (text, [unicode, ranges]) => text.replaceAll(unicode, ranges),
    pattern,
  )
  return /\\[pP]\{/.test(plain) ? undefined : plain
}

const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The JSON schema of what validates, for the document: patterns that any tool reads, values of query
 * strings as what they mean (`wire`), and schemas with a title as components.
 * @throws Error where two different schemas have one title
 */
export const documentSchema = (
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Components,
): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return tidy(rest, components) as Schema
}

const tidy = (value: unknown, components: Components): unknown => {
  if (Array.isArray(value)) return value.map((one) => tidy(one, components))
  if (!isRecord(value)) return value
  const { pattern, wire, ...rest } = value
  if (isRecord(wire))
    return { ...wire, ...(rest.description !== undefined && { description: rest.description }) }
  const plain = typeof pattern === 'string' ? plainPattern(pattern) : undefined
  const tidied = {
    ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, tidy(one, components)])),
    ...(plain !== undefined && { pattern: plain }),
    // A field that is called so.
    ...(isRecord(pattern) && { pattern: tidy(pattern, components) }),
  }
  return typeof value.title === 'string' ? component(value.title, tidied, components) : tidied
}

const component = (title: string, schema: Schema, components: Components): Schema => {
  const known = components[title]
  if (known && JSON.stringify(known) !== JSON.stringify(schema))
    throw new Error(`Two schemas of the API are called ${title}.`)
  components[title] = schema
  return { $ref: `#/components/schemas/${title}` }
}
