import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import type { ChannelError } from '../../src/domain/errors'
import { parseInput } from '../../src/domain/parseInput'

const schema = z.object({
  name: z.string().min(1),
  items: z.array(z.object({ quantity: z.int() })),
})
const faultsOf = (input: unknown, of: z.ZodType = schema): ChannelError => {
  try {
    parseInput(of, input)
  } catch (error) {
    return error as ChannelError
  }
  throw new Error('The input was taken.')
}

describe('parseInput', () => {
  it('gives what the schema makes of the input', () => {
    const parsed = parseInput(z.object({ limit: z.coerce.number().default(10) }), { other: 1 })
    expect(parsed).toEqual({ limit: 10 })
  })

  it('names each field at fault, in dot notation', () => {
    const error = faultsOf({ name: '', items: [{ quantity: 1 }, { quantity: 1.5 }, {}] })
    expect(error).toMatchObject({ code: 'INVALID_INPUT', status: 422 })
    expect(error.entries.map(({ path }) => path)).toEqual([
      'name',
      'items.1.quantity',
      'items.2.quantity',
    ])
    for (const entry of error.entries)
      expect(entry).toMatchObject({ code: 'INVALID_INPUT', message: expect.any(String) })
  })

  it.each([[null], ['text'], [[]], [undefined]])(
    'names no field where the whole is wrong: %j',
    (input) => {
      expect(faultsOf(input).entries).toEqual([
        { code: 'INVALID_INPUT', message: expect.any(String) },
      ])
    },
  )

  it('tells of 50 faults at most', () => {
    const items = Array.from({ length: 500 }, () => ({ quantity: 'x' }))
    expect(faultsOf({ name: 'a', items }).entries).toHaveLength(50)
  })

  it('does not repeat what was sent', () => {
    const error = faultsOf({ name: 'x', items: [{ quantity: 'hunter2' }] })
    expect(JSON.stringify(error.entries)).not.toContain('hunter2')
  })

  it('names a field too many itself, at any depth', () => {
    const schema = z.strictObject({
      name: z.string(),
      limits: z.strictObject({ users: z.number() }),
    })
    const input = { name: 'A', state: 'x', limits: { users: 1, gigabytes: 2 } }
    expect(() => parseInput(schema, input)).toThrow(
      expect.objectContaining({
        entries: [
          expect.objectContaining({ code: 'INVALID_INPUT', path: 'limits.gigabytes' }),
          expect.objectContaining({ code: 'INVALID_INPUT', path: 'state' }),
        ],
      }),
    )
  })
})
