import { z } from 'zod'

/** What zod keeps of a schema, as far as the way through the options goes. */
type Definition = {
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  shape?: Record<string, Schema>
  keyType?: { _zod: { values?: Set<unknown> } }
  valueType?: Schema
}
type Schema = { _zod: { def: Definition } }

/** The definition below defaults, refinements and the like. */
const definitionOf = (schema: Schema | undefined): Definition => {
  const def = schema?._zod.def ?? {}
  const inner =
    def.innerType ?? def.in ?? def.options?.find((one) => definitionOf(one).shape !== undefined)
  return inner ? definitionOf(inner) : def
}

const at = (schema: Schema, path: PropertyKey[]): Definition =>
  path.reduce<Definition>((def, key) => {
    return definitionOf(def.shape?.[String(key)] ?? def.valueType)
  }, definitionOf(schema))

const knownIn = ({ keyType, shape }: Definition): string[] =>
  shape ? Object.keys(shape) : [...(keyType?._zod.values ?? [])].map(String)

type Issue = z.core.$ZodIssue

/** Every name that there is not as a fault of its own, at its path and with the names that there are. */
const named = (schema: Schema, issue: Issue): Issue[] => {
  if (issue.code !== 'unrecognized_keys') return [issue]
  const known = knownIn(at(schema, issue.path)).join(', ')
  return issue.keys.map((key): Issue => {
    const message = `There is no such option. Known: ${known}.`
    return { code: 'custom', input: undefined, path: [...issue.path, key], message }
  })
}

/** What is wrong with the options, each fault with its path. */
export const tellFaults = (schema: z.ZodType, error: z.ZodError): string =>
  z.prettifyError({ issues: error.issues.flatMap((issue) => named(schema as Schema, issue)) })
