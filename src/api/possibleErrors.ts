import type { ErrorCode } from '../domain/errors'
import type { EndpointDefinition } from './defineEndpoint'

/** Every error that a route can answer with: its own, and those of `defineEndpoint` itself. */
export const possibleErrors = ({ body, caller, errors }: EndpointDefinition): ErrorCode[] => [
  ...new Set([
    ...errors,
    ...(body ? bodyErrors : []),
    // A parameter that is not known, or that no parser reads.
    ...(caller === 'user' ? (['INVALID_INPUT', 'UNAUTHENTICATED'] as const) : []),
  ]),
]

const bodyErrors = [
  'INVALID_INPUT',
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const

/** What can befall any request, whatever the route. */
export const commonErrors: ErrorCode[] = [
  'INTERNAL',
  'MALFORMED_REQUEST',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
]

/** What the document tells of: all that a client can do something about. */
export const documentedErrors = (definition: EndpointDefinition): ErrorCode[] => [
  ...new Set([
    ...possibleErrors(definition),
    ...commonErrors.filter((code) => code !== 'INTERNAL'),
  ]),
]
