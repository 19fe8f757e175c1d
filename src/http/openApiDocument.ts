import type { Endpoint } from 'payload'
import { z } from 'zod'

import { errorTable, type ErrorCode } from '../domain/errors'
import type { EndpointDefinition } from './defineEndpoint'

type Schema = Record<string, unknown>

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const content = (schema: Schema) => ({ 'application/json': { schema } })

/** OpenAPI 3.1 of the routes that `defineEndpoint` made. */
export const openApiDocument = (routes: Endpoint[], serverUrl: string) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { custom } of routes) {
    const definition = custom?.definition as EndpointDefinition
    const path = definition.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [definition.method]: operation(definition) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'payload-channel',
      version: '1.0.0',
      description: 'Amounts are integer minor units, rates basis points, instants ISO 8601 in UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`JWT <token>`',
        },
        cookie: { type: 'apiKey', in: 'cookie', name: 'payload-token' },
      },
      schemas: { Errors: errorsSchema },
    },
  }
}

const errorsSchema = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { enum: Object.keys(errorTable) },
          message: { type: 'string' },
          path: { type: 'string', description: 'The field, in dot notation.' },
        },
      },
    },
  },
}

const operation = (definition: EndpointDefinition) => ({
  operationId: operationId(definition),
  summary: definition.summary,
  tags: [definition.tag],
  ...(definition.caller === 'anybody' && { security: [] }),
  parameters: parameters(definition),
  ...(definition.body && {
    requestBody: { content: content(jsonSchema(definition.body, 'input')) },
  }),
  responses: {
    [definition.status ?? 200]: {
      description: 'Success',
      content: content(jsonSchema(definition.response, 'output')),
    },
    ...errorResponses([...new Set([...definition.errors, ...impliedErrors(definition)])]),
  },
})

/** What `defineEndpoint` itself may answer, whatever the handler does. */
const impliedErrors = ({ body, caller }: EndpointDefinition): ErrorCode[] => [
  ...(body ? bodyErrors : []),
  ...(caller === 'user' ? (['UNAUTHENTICATED'] as const) : []),
]

const bodyErrors = [
  'INVALID_INPUT',
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const

const operationId = ({ method, path }: EndpointDefinition): string =>
  [method, ...path.split('/').filter((part) => part && part !== 'v1')]
    .map((part) => part.replace(':', 'by-'))
    .join('-')
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const parameters = ({ params, query, headers }: EndpointDefinition) => [
  ...propertiesOf(params).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
  ...propertiesOf(query).map(([name, schema]) => ({
    name,
    in: 'query',
    schema,
    ...(name === 'where' && { style: 'deepObject' }),
  })),
  ...Object.entries(headers ?? {}).map(([name, { description, schema }]) => ({
    name,
    in: 'header',
    description,
    schema: jsonSchema(schema, 'input'),
  })),
]

const propertiesOf = (schema: undefined | z.ZodType): [string, unknown][] =>
  schema ? Object.entries((jsonSchema(schema, 'input').properties ?? {}) as Schema) : []

const errorResponses = (codes: ErrorCode[]) => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = errorTable[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: names.map((name) => `${name}: ${errorTable[name].message}`).join(' '),
        content: content({ $ref: '#/components/schemas/Errors' }),
      },
    ]),
  )
}
