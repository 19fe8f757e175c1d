import { isDeepStrictEqual } from 'node:util'

import { endpoints } from '../../endpoints'
import { errorTable, type ErrorCode } from '../../src/domain/errors'
import type { EndpointDefinition } from '../../src/api/defineEndpoint'
import { commonErrors, possibleErrors } from '../../src/api/possibleErrors'
import { parseOptions } from '../../src/options'

type Known = { definition: EndpointDefinition; pattern: RegExp; fixed: number }

const known: Known[] = endpoints(parseOptions({}))
  .flatMap(({ custom }) => (custom?.definition ? [custom.definition as EndpointDefinition] : []))
  .map((definition) => ({
    definition,
    pattern: new RegExp(`^/api${definition.path.replaceAll(/:\w+/g, '[^/]+')}$`),
    fixed: definition.path.split('/').filter((part) => !part.startsWith(':')).length,
  }))
  // As the router does, what is named goes before what takes an ID in that place.
  .sort((a, b) => b.fixed - a.fixed)

/**
 * Whether an answer of a v1 route is one that its definition, and so the OpenAPI document, tells of:
 * its status, every field of its body and no other, and its error codes.
 * @throws Error with what is wrong
 */
export const checkAnswer = (method: string, path: string, status: number, body: unknown): void => {
  const { pathname } = new URL(path, 'http://localhost')
  const verb = method.toLowerCase()
  const route = known.find(
    ({ definition, pattern }) => definition.method === verb && pattern.test(pathname),
  )
  if (!route) return
  const fault =
    status < 400
      ? faultOfSuccess(route.definition, status, body)
      : faultOfError(route.definition, status, body)
  if (fault) throw new Error(`${method} ${route.definition.path} answered ${status}: ${fault}`)
}

const faultOfSuccess = (
  { response, status = 200 }: EndpointDefinition,
  answered: number,
  body: unknown,
): string | undefined => {
  if (answered !== status) return `not ${status}, as it says`
  const parsed = response.safeParse(body)
  if (!parsed.success) return parsed.error.message
  // What the schema does not know is left out in parsing.
  if (!isDeepStrictEqual(parsed.data, body))
    return `fields that it does not tell of: ${JSON.stringify(body)}`
  return undefined
}

type Errors = { errors?: { code: ErrorCode; message: string }[] }

const faultOfError = (
  definition: EndpointDefinition,
  answered: number,
  body: unknown,
): string | undefined => {
  const entries = (body as Errors).errors ?? []
  if (entries.length === 0) return 'without errors in its body'
  const possible = [...possibleErrors(definition), ...commonErrors]
  const strange = entries.find(({ code }) => !possible.includes(code))
  if (strange) return `${strange.code}, which it does not tell of`
  const [first] = entries
  const expected = first && errorTable[first.code].status
  return expected === answered ? undefined : `${first?.code} has the status ${expected}`
}
