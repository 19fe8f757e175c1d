import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'

import { outlineOf } from '../../src/api/docs/outlineOf'

const outline = (schema: z.ZodType) => outlineOf(z.toJSONSchema(schema, { io: 'input' }))

describe('outlineOf', () => {
  it.each([
    [z.strictObject({ a: z.int().min(1).max(9) }), '{\n  a: integer  // ≥ 1; ≤ 9\n}'],
    [z.strictObject({ a: z.int().optional() }), '{\n  a?: integer\n}'],
    [
      z.strictObject({ a: z.string().max(3).default('x') }),
      '{\n  a?: string  // at most 3 characters; default x\n}',
    ],
    [z.strictObject({ a: z.string().default('') }), '{\n  a?: string  // default ""\n}'],
    [z.enum(['a', 'b']), '"a" | "b"'],
    [z.string().nullable(), 'string | null'],
    [z.literal(1), '1'],
    [z.array(z.strictObject({ a: z.boolean() })), '{\n  a: boolean\n}[]'],
    [z.record(z.string(), z.number()), '{ [name]: number }'],
    [
      z.strictObject({ a: z.strictObject({ b: z.string().describe('Why') }) }),
      '{\n  a: {\n    b: string  // Why\n  }\n}',
    ],
    [z.strictObject({}), '{}'],
    [z.unknown(), 'any'],
  ])('reads as people would write it: %#', (schema, text) => {
    expect(outline(schema)).toBe(text)
  })
})
