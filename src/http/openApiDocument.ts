import type { Endpoint } from 'payload'
import { z } from 'zod'

import { errorTable, type ErrorCode } from '../domain/errors'
import { apiTags } from './apiTags'
import type { EndpointDefinition } from './defineEndpoint'
import { possibleErrors } from './possibleErrors'

type Schema = Record<string, unknown>

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const content = (schema: Schema, example?: unknown) => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
})

export type ApiAddress = {
  /** Of the API's route, absolute or from the document's own origin, e.g. `/api`. */
  server: string
  cookie: string
}

/** OpenAPI 3.1 of the routes that `defineEndpoint` made. */
export const openApiDocument = (routes: Endpoint[], { cookie, server }: ApiAddress) => {
  const paths: Record<string, Record<string, unknown>> = {}
  const definitions = routes.map(({ custom }) => custom?.definition as EndpointDefinition)
  for (const definition of definitions) {
    const path = definition.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [definition.method]: operation(definition) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'payload-channel',
      // Of the API that is under `/v1`, as OpenAPI means it; the package counts its own releases.
      version: '1.0.0',
      description: 'Amounts are integer minor units, rates basis points, instants ISO 8601 in UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [{ token: [] }, { cookie: [] }],
    tags: tagsOf(definitions),
    paths,
    components: {
      securitySchemes: securitySchemes(cookie),
      schemas: { Errors: errorsSchema },
    },
  }
}

const securitySchemes = (cookie: string) => ({
  token: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`JWT <token>`, from a login.',
  },
  cookie: { type: 'apiKey', in: 'cookie', name: cookie },
  licenseKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`License <key>`: the usage key of the license, for a deployed system.',
  },
})

/** The tags in use, in the order of their table. */
const tagsOf = (definitions: EndpointDefinition[]) => {
  const used = new Set(definitions.map(({ tag }) => tag))
  return Object.entries(apiTags)
    .filter(([name]) => used.has(name))
    .map(([name, description]) => ({ name, description }))
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
          details: {
            type: 'object',
            description: 'What more there is to know, e.g. the figures as they are now.',
            additionalProperties: { type: ['boolean', 'null', 'number', 'string'] },
          },
        },
      },
    },
  },
}

const operation = (definition: EndpointDefinition) => ({
  operationId: operationId(definition),
  summary: definition.summary,
  tags: [definition.tag],
  ...securityOf(definition),
  parameters: parameters(definition),
  ...(definition.body && {
    requestBody: { content: content(jsonSchema(definition.body, 'input'), definition.example) },
  }),
  responses: {
    [definition.status ?? 200]: {
      description: 'Success',
      content: content(jsonSchema(definition.response, 'output')),
    },
    ...errorResponses(possibleErrors(definition)),
  },
})

/** A header of its own for authorization is no parameter to OpenAPI: it is the license's key. */
const securityOf = ({ caller, headers }: EndpointDefinition) => {
  if (headers?.Authorization) return { security: [{ licenseKey: [] }] }
  return caller === 'anybody' ? { security: [] } : {}
}

const operationId = ({ method, path }: EndpointDefinition): string =>
  [method, ...path.split(/[/.]/).filter((part) => part && part !== 'v1')]
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
  ...Object.entries(headers ?? {})
    .filter(([name]) => name !== 'Authorization')
    .map(([name, { description, schema }]) => ({
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
