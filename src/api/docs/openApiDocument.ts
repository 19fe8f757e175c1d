import type { Endpoint } from 'payload'
import type { z } from 'zod'

import { errorTable, type ErrorCode } from '../../domain/errors'
import { apiTags } from './apiTags'
import type { EndpointDefinition } from '../defineEndpoint'
import { documentSchema, type Components, type Schema } from './documentSchema'
import { documentedErrors } from '../possibleErrors'

const content = (schema: Schema, example?: unknown) => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
})

export type ApiAddress = {
  /** Of the API's route, absolute or from the document's own origin, e.g. `/api`. */
  server: string
  cookie: string
}

/** What the document has once, and routes point to. */
type Parts = { responses: Components; schemas: Components }

/** OpenAPI 3.1 of the routes that `defineEndpoint` made. */
export const openApiDocument = (routes: Endpoint[], { cookie, server }: ApiAddress) => {
  const paths: Record<string, Record<string, unknown>> = {}
  const parts: Parts = { responses: {}, schemas: { Error: errorSchema, Errors: errorsSchema } }
  const definitions = routes.map(({ custom }) => custom?.definition as EndpointDefinition)
  for (const definition of definitions) {
    const path = definition.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [definition.method]: operation(definition, parts) }
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
      ...parts,
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

const errorSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', enum: Object.keys(errorTable) },
    message: { type: 'string' },
    path: { type: 'string', description: 'The field, in dot notation.' },
    details: {
      type: 'object',
      description: 'What more there is to know, e.g. the figures as they are now.',
      additionalProperties: { type: ['boolean', 'null', 'number', 'string'] },
    },
  },
}

const errorsSchema = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Error' } },
  },
}

const operation = (definition: EndpointDefinition, { responses, schemas }: Parts) => ({
  operationId: operationId(definition),
  summary: definition.summary,
  tags: [definition.tag],
  ...securityOf(definition),
  parameters: parameters(definition, schemas),
  ...(definition.body && {
    requestBody: {
      content: content(documentSchema(definition.body, 'input', schemas), definition.example),
    },
  }),
  responses: {
    [definition.status ?? 200]: {
      description: 'Success',
      content: content(documentSchema(definition.response, 'output', schemas)),
    },
    ...errorResponses(documentedErrors(definition), responses),
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

const parameters = ({ params, query, headers }: EndpointDefinition, schemas: Components) => [
  ...propertiesOf(params, schemas).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  })),
  ...propertiesOf(query, schemas).map(([name, schema]) => ({
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
      schema: documentSchema(schema, 'input', schemas),
    })),
]

const propertiesOf = (schema: undefined | z.ZodType, schemas: Components): [string, unknown][] =>
  schema
    ? Object.entries((documentSchema(schema, 'input', schemas).properties ?? {}) as Schema)
    : []

/** By their codes: many routes can answer the same. */
const errorResponses = (codes: ErrorCode[], responses: Components) => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = errorTable[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => {
      const name = names.toSorted().join('.')
      responses[name] = errorResponse(names.toSorted())
      return [status, { $ref: `#/components/responses/${name}` }]
    }),
  )
}

const errorResponse = (codes: ErrorCode[]): Schema => ({
  description: codes.map((code) => `${code}: ${errorTable[code].message}`).join(' '),
  content: content({ $ref: '#/components/schemas/Errors' }),
})
