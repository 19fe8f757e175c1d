import { describe, expect, it } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoints } from '../../endpoints'
import { errorTable } from '../../src/domain/errors'
import { defineEndpoint, type EndpointDefinition } from '../../src/api/defineEndpoint'
import { openApiDocument } from '../../src/api/docs/openApiDocument'
import { parseOptions } from '../../src/options'

const routes = endpoints(parseOptions({}))
const documented = routes.filter(({ custom }) => custom?.definition)
const methods = ['get', 'post', 'patch', 'delete'] as const

const schema = z.record(z.string(), z.unknown())
const content = z.strictObject({
  'application/json': z.strictObject({ schema, example: z.unknown().optional() }),
})
const parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(['path', 'query', 'header']),
    required: z.boolean().optional(),
    description: z.string().optional(),
    style: z.literal('deepObject').optional(),
    schema,
  })
  .refine((one) => one.in !== 'path' || one.required === true, 'A path parameter is required.')
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  summary: z.string().regex(/^[A-Z].*[^.]$/),
  description: z.string().optional(),
  tags: z.array(z.string().min(1)).nonempty(),
  security: z.array(schema).optional(),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ content, required: z.boolean().optional() }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
})
type Operation = z.output<typeof operation>

/** The fields that OpenAPI 3.1.0 requires, and no field that it does not have. */
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    description: z.string().optional(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }).optional(),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  tags: z.array(z.strictObject({ name: z.string().min(1), description: z.string().min(1) })),
  paths: z.record(
    z.string().regex(/^\/[^:?#]*$/),
    z.strictObject(Object.fromEntries(methods.map((method) => [method, operation.optional()]))),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), schema),
    schemas: z.record(z.string(), schema),
    responses: z.record(z.string().regex(/^[\w.]+$/), schema),
  }),
})

const written = openApiDocument(documented, {
  server: 'https://example.com/api',
  cookie: 'payload-token',
})
/** With the responses that are there once in the places that point to them. */
const document = JSON.parse(JSON.stringify(written), (_key, value) => {
  const name = /^#\/components\/responses\/(.+)$/.exec(value?.$ref)?.[1]
  return name ? written.components.responses[name] : value
}) as typeof written
const operationsOf = (paths: object): [string, string, Operation][] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(
      ([method, one]): [string, string, Operation] => [method, path, one],
    ),
  )
const operations = operationsOf(document.paths)
const operationOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): Operation | undefined =>
  operations.find(([verb, at]) => verb === method && at === path.replace(/:(\w+)/g, '{$1}'))?.[2]

/** Every object inside of a value. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(Array.isArray(value) ? [] : [value as Record<string, unknown>]),
        ...Object.values(value).flatMap(objectsIn),
      ]
    : []

describe('openApiDocument', () => {
  it('is an OpenAPI 3.1 document', () => {
    expect(openApi.safeParse(document).error).toBeUndefined()
  })

  it('passes a public validator', async () => {
    const { errors, valid } = await new Validator().validate(JSON.parse(JSON.stringify(written)))
    expect([valid, errors]).toEqual([true, undefined])
  })

  it('has a sentence for each tag, and no tag that no route has', () => {
    const used = new Set(operations.flatMap(([, , { tags }]) => tags))
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort())
  })

  it('has examples that the routes take', () => {
    const withExample = documented
      .map(({ custom }) => custom?.definition as EndpointDefinition)
      .filter(({ example }) => example !== undefined)
    expect(withExample.length).toBeGreaterThan(1)
    for (const { body, example, path } of withExample)
      expect([path, body?.safeParse(example).error]).toEqual([path, undefined])
  })

  it('survives the way as JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(written))).toEqual(written)
  })

  it.each(routes.map(({ method, path }) => [method, path]))(
    'has the route %s %s',
    (method, path) => {
      const isItself = /^\/v1\/(openapi\.json|docs)(\/|$)/.test(path)
      expect(operationOf({ method: method as 'get', path }) !== undefined || isItself).toBe(true)
    },
  )

  it('has no route that does not exist', () => {
    expect(operations).toHaveLength(documented.length)
  })

  it('names every operation once', () => {
    const ids = operations.map(([, , { operationId }]) => operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(operations)(
    'has every part of the path as a parameter: %s %s',
    (_method, path, { parameters }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect(named.sort()).toEqual(inPath.sort())
      const all = parameters.map((one) => `${one.in} ${one.name}`)
      expect(new Set(all).size).toBe(all.length)
    },
  )

  it.each(documented.map((route) => [route.method, route.path, route] as const))(
    'tells each error with its status, and one success: %s %s',
    (_method, _path, route) => {
      const { errors, caller, headers } = route.custom?.definition as EndpointDefinition
      const { responses, security } = operationOf(route) as Operation
      for (const code of errors)
        expect(responses[String(errorTable[code].status)]?.description).toContain(`${code}: `)
      const statuses = Object.keys(responses)
      expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1)
      const hasBody = 'requestBody' in (operationOf(route) as Operation)
      const expected = new Set([
        ...errors.map((code) => String(errorTable[code].status)),
        ...(hasBody ? ['413', '415'] : []),
        ...['400', '429', '503'],
        // A parameter that is not known.
        ...(caller === 'user' ? ['422'] : []),
      ])
      expect(statuses.filter((status) => !status.startsWith('2')).sort()).toEqual(
        [...expected].sort(),
      )
      const byKey = headers?.Authorization && [{ licenseKey: [] }]
      expect(security).toEqual(byKey ?? (caller === 'anybody' ? [] : undefined))
    },
  )

  it.each(documented.map((route) => [route.method, route.path, route] as const))(
    'tells the errors that every such route can give: %s %s',
    (_method, _path, route) => {
      const { body, caller, errors, params, query } = route.custom?.definition as EndpointDefinition
      if (caller === 'user') expect(errors).toContain('UNAUTHENTICATED')
      if (body || query) expect(errors).toContain('INVALID_INPUT')
      // A path that may be any text is found wanting elsewhere.
      if (params && !params.safeParse({ id: '%', licenseId: '%' }).success)
        expect(errors).toContain('NOT_FOUND')
    },
  )

  it('tells what any body can be refused for: 400 malformed, 413 too large, 415 not JSON', () => {
    const withBody = operations.filter(([, , operation]) => 'requestBody' in operation)
    expect(withBody.length).toBeGreaterThan(5)
    for (const [, , operation] of withBody)
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['400', '413', '415', '422']),
      )
  })

  it('points only to what is there', () => {
    const targets = objectsIn(written).flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref] : [],
    )
    expect(targets.length).toBeGreaterThan(0)
    for (const target of new Set(targets)) {
      const steps = target.split('/').slice(1)
      const found = steps.reduce<unknown>(
        (at, step) => (at as Record<string, unknown>)?.[step],
        written,
      )
      expect([target, found]).toEqual([target, expect.any(Object)])
    }
  })

  it('has security schemes for all that it asks for', () => {
    for (const one of document.security)
      expect(Object.keys(document.components.securitySchemes)).toEqual(
        expect.arrayContaining(Object.keys(one)),
      )
  })

  it('has a schema for orders that takes what the route takes, and refuses what it refuses', () => {
    const { OrderInput, OrderLineInput } = written.components.schemas
    const text = JSON.stringify(OrderInput).replace(
      '{"$ref":"#/components/schemas/OrderLineInput"}',
      JSON.stringify(OrderLineInput),
    )
    const read = z.fromJSONSchema(JSON.parse(text) as never)
    const item = {
      sku: 'A',
      licenseType: 'trial',
      quantity: 1,
      durationYears: 1,
      endUserName: 'Acme',
    }
    expect(read.safeParse({ agreementAcknowledged: true, items: [item] }).success).toBe(true)
    for (const wrong of [
      { quantity: 0 },
      { quantity: 1.5 },
      { licenseType: 'x' },
      { sku: '' },
      { sku: 'a\u0000b' },
      { durationYears: 11 },
    ])
      expect([wrong, read.safeParse({ items: [{ ...item, ...wrong }] }).success]).toEqual([
        wrong,
        false,
      ])
  })

  it('has a component for what the API is about, and says no schema with a name twice', () => {
    expect(Object.keys(written.components.schemas)).toEqual(
      expect.arrayContaining(['Order', 'OrderInput', 'License', 'Customer', 'Reseller', 'Error']),
    )
    const titled = objectsIn(written.paths).filter(({ title }) => typeof title === 'string')
    expect(titled).toEqual([])
    expect(JSON.stringify(written).length).toBeLessThan(200_000)
  })

  it('refuses two schemas of one name', () => {
    const of = (path: `/${string}`, response: z.ZodType) =>
      defineEndpoint({
        ...{ method: 'get', path, tag: 'Test', summary: 'Test', caller: 'anybody' },
        response,
        errors: [],
        handler: async () => ({ body: {} }),
      } as never)
    const thing = (field: string) => z.object({ [field]: z.string() }).meta({ title: 'Thing' })
    const twice = [of('/v1/a', thing('a')), of('/v1/b', thing('b'))]
    const address = { server: '', cookie: 'payload-token' }
    expect(() => openApiDocument(twice, address)).toThrow(
      'Two schemas of the API are called Thing.',
    )
  })

  it('has patterns that any reader takes, with the Unicode flag and without', () => {
    const patterns = objectsIn(written).flatMap(({ pattern }) =>
      typeof pattern === 'string' ? [pattern] : [],
    )
    expect(patterns.length).toBeGreaterThan(10)
    for (const pattern of new Set(patterns)) {
      expect(pattern).not.toMatch(/\\[pP]\{|\\u/)
      for (const flags of ['', 'u']) expect(() => new RegExp(pattern, flags)).not.toThrow()
    }
    const { endUserName } = written.components.schemas.OrderLineInput?.properties as never
    const { pattern } = endUserName as { pattern: string }
    const takes = (text: string) => new RegExp(pattern, 'u').test(text)
    expect(['Ærø', '阿里', '😀', 'a\u0007b', '\u009f'].map(takes)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ])
  })

  it('has numbers for the length and the place of a list, with their bounds', () => {
    const lists = operations.filter(([, , { parameters }]) =>
      parameters.some(({ name }) => name === 'limit'),
    )
    expect(lists.length).toBeGreaterThan(5)
    for (const [, , { parameters }] of lists) {
      const schemaOf = (name: string) => parameters.find((one) => one.name === name)?.schema
      expect(schemaOf('limit')).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 10 })
      expect(schemaOf('page')).toMatchObject({ type: 'integer', minimum: 1, default: 1 })
    }
  })

  it('would show a route twice under one name', () => {
    const define = (path: `/${string}`) =>
      defineEndpoint({
        method: 'get',
        path,
        tag: 'Test',
        summary: 'Test',
        caller: 'anybody',
        response: z.object({}),
        errors: ['NOT_FOUND'],
        handler: async () => ({ body: {} }),
      })
    const twice = openApiDocument([define('/v1/a/b'), define('/v1/a-b')], {
      server: '',
      cookie: 'payload-token',
    })
    const ids = operationsOf(twice.paths).map(([, , { operationId }]) => operationId)
    expect(ids).toEqual(['getAB', 'getAB'])
  })
})
