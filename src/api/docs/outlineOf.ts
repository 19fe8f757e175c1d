type Schema = Record<string, unknown>

const STEP = '  '
/** What a whole number's schema says by itself, which no caller needs to read. */
const evident = new Set<unknown>([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

const asText = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : JSON.stringify(value)

/** The rules of a value in words, by their names in JSON Schema. */
const rules: Record<string, (value: string) => string> = {
  format: (value) => value,
  minLength: (value) => `at least ${value} characters`,
  maxLength: (value) => `at most ${value} characters`,
  minimum: (value) => `≥ ${value}`,
  maximum: (value) => `≤ ${value}`,
  minItems: (value) => `at least ${value} items`,
  maxItems: (value) => `at most ${value} items`,
  default: (value) => `default ${value}`,
}

const rulesOf = (schema: Schema): string => {
  const found = Object.entries(rules)
    .filter(([name]) => name in schema && !evident.has(schema[name]))
    .map(([name, inWords]) => inWords(asText(schema[name])))
  const description = typeof schema.description === 'string' ? [schema.description] : []
  const all = [...description, ...found]
  return all.length > 0 ? `  // ${all.join('; ')}` : ''
}

const choicesOf = ({ anyOf, const: only, enum: choices, oneOf }: Schema): unknown[] | undefined =>
  (anyOf ?? oneOf ?? choices ?? (only === undefined ? undefined : [only])) as unknown[] | undefined

/**
 * A JSON Schema as people read it: the shape of the value, a property a line, with its rules behind
 * it, e.g. `quantity: integer  // ≥ 1; ≤ 100000`.
 */
export const outlineOf = (schema: unknown, indent = ''): string => {
  if (!isSchema(schema)) return 'any'
  const choices = choicesOf(schema)
  if (choices)
    return choices
      .map((one) => (isSchema(one) ? outlineOf(one, indent) : JSON.stringify(one)))
      .join(' | ')
  if (schema.type === 'array') return `${outlineOf(schema.items, indent)}[]`
  if (isSchema(schema.properties)) return outlineOfObject(schema, indent)
  if (isSchema(schema.additionalProperties))
    return `{ [name]: ${outlineOf(schema.additionalProperties, indent)} }`
  return [schema.type ?? 'any'].flat().join(' | ')
}

const outlineOfObject = ({ properties, required }: Schema, indent: string): string => {
  const inner = indent + STEP
  const needed = new Set(required as string[] | undefined)
  const lines = Object.entries(properties as Schema).map(([name, one]) => {
    const mark = needed.has(name) ? '' : '?'
    const notes = isSchema(one) ? rulesOf(one) : ''
    return `${inner}${name}${mark}: ${outlineOf(one, inner)}${notes}`
  })
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}'
}

/** The rules of a single value, e.g. of a parameter; empty where there is none. */
export const rulesInWords = (schema: unknown): string =>
  isSchema(schema) ? rulesOf(schema).replace(/^ {2}\/\/ /, '') : ''
