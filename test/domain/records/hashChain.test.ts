import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  canonical,
  findBreak,
  hashEntry,
  type ChangeEntry,
} from '../../../src/domain/records/hashChain'

type Entry = ChangeEntry & { hash: string }

const chainOf = (changes: ChangeEntry['changes'][]): Entry[] => {
  const entries: Entry[] = []
  for (const [index, change] of changes.entries()) {
    const entry: ChangeEntry = {
      at: new Date(Date.UTC(2026, 10, 21, 12, index)).toISOString(),
      action: index === 0 ? 'create' : 'update',
      subject: 'orders',
      documentId: 'o-1',
      sequence: index + 1,
      actorId: index % 2 ? 'u-1' : null,
      actorName: index % 2 ? 'ann@example.com' : null,
      ip: '192.0.2.1',
      userAgent: 'test',
      changes: change,
      previousHash: entries[index - 1]?.hash ?? null,
    }
    entries.push({ ...entry, hash: hashEntry(entry) })
  }
  return entries
}

const anyChanges = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== '__proto__'),
  fc.record({ from: fc.jsonValue(), to: fc.jsonValue() }),
  { maxKeys: 3 },
)
const anyChain = fc.array(anyChanges, { minLength: 2, maxLength: 6 }).map(chainOf)
const place = fc.nat()
const tampered: Partial<Entry>[] = [
  { at: '2026-11-21T12:00:00.001Z' },
  { at: 'yesterday' },
  { at: null as never },
  { action: 'approve' },
  { subject: 'licenses' },
  { documentId: 'o-2' },
  { documentId: 1 as never },
  { sequence: 99 },
  { sequence: 0 },
  { actorId: 'u-2' },
  { actorName: 'bob@example.com' },
  { ip: '192.0.2.2' },
  { userAgent: '' },
  { changes: { total: { from: 1, to: 2 } } },
  { changes: null as never },
  { previousHash: 'f'.repeat(64) },
  { hash: 'f'.repeat(64) },
  { hash: null as never },
]

describe('findBreak', () => {
  it('finds nothing in a whole chain, or in an empty one', () => {
    expect(findBreak([])).toBeNull()
    fc.assert(fc.property(anyChain, (chain) => findBreak(chain) === null))
  })

  it.each(tampered)('finds the entry that was changed: %j', (change) => {
    fc.assert(
      fc.property(anyChain, place, (chain, at) => {
        const index = at % chain.length
        const forged = chain.map((entry, i) => (i === index ? { ...entry, ...change } : entry))
        expect(findBreak(forged)).toBe(index)
      }),
      { numRuns: 20 },
    )
  })

  it('finds a changed value even where the entry’s own hash was made to fit', () => {
    fc.assert(
      fc.property(anyChain, place, (chain, at) => {
        const index = at % (chain.length - 1)
        const { hash: _hash, ...entry } = chain[index] as Entry
        const forged = { ...entry, actorName: 'mallory' }
        const fitted = chain.map((one, i) =>
          i === index ? { ...forged, hash: hashEntry(forged) } : one,
        )
        expect(findBreak(fitted)).toBe(index + 1)
      }),
    )
  })

  it('finds an entry that was taken out', () => {
    fc.assert(
      fc.property(anyChain, place, (chain, at) => {
        const index = at % (chain.length - 1)
        expect(findBreak(chain.filter((_entry, i) => i !== index))).toBe(index)
      }),
    )
  })

  it('finds an entry that was put in', () => {
    fc.assert(
      fc.property(anyChain, place, place, (chain, from, to) => {
        const copy = chain[from % chain.length] as Entry
        const forged = chain.toSpliced(to % (chain.length + 1), 0, copy)
        expect(findBreak(forged)).not.toBeNull()
      }),
    )
  })

  it('finds two entries that changed places', () => {
    fc.assert(
      fc.property(anyChain, place, place, (chain, a, b) => {
        const [first, second] = [a % chain.length, b % chain.length]
        fc.pre(first !== second)
        const forged = chain.with(first, chain[second] as Entry).with(second, chain[first] as Entry)
        expect(findBreak(forged)).toBe(Math.min(first, second))
      }),
    )
  })

  it('takes an entry as every database gives it back', () => {
    const [entry] = chainOf([{ total: { from: 1, to: 2 } }]) as [Entry]
    const { actorId: _null, ...rest } = entry
    const stored = { id: 7, ...rest, at: new Date(entry.at), createdAt: 'later' }
    expect(findBreak([{ ...stored, changes: { total: { to: 2, from: 1 } } } as never])).toBeNull()
  })
})

describe('canonical', () => {
  it('does not depend on the order of keys, at any depth', () => {
    const turn = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turn)
      if (value === null || typeof value !== 'object') return value
      const pairs = Object.entries(value).map(([key, inner]) => [key, turn(inner)] as const)
      return Object.fromEntries(pairs.reverse())
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => canonical(turn(value)) === canonical(value)))
  })

  it('is JSON that means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        if (canonical(a) !== canonical(b)) expect(same).toBe(false)
        else expect(JSON.parse(canonical(a))).toEqual(JSON.parse(JSON.stringify(b)))
      }),
    )
  })

  it.each([
    ['keys with their values', { b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    ['no key for what is undefined', { a: undefined, b: 1 }, '{"b":1}'],
    ['null for what is undefined in a list', [undefined], '[null]'],
    ['a date as ISO in UTC', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['quotes inside of keys', { 'a"b': 1 }, '{"a\\"b":1}'],
    ['no value', undefined, 'null'],
  ])('writes %s', (_name, value, expected) => {
    expect(canonical(value)).toBe(expected)
  })
})

describe('hashEntry', () => {
  it('stays what it was, or no stored chain could be checked any more', () => {
    const [entry] = chainOf([{ total: { from: 100, to: 250 }, notes: { to: 'é 中' } }]) as [Entry]
    expect(entry.hash).toBe('52fcfa92fe48591ff595e02c5a8f1dade3782636db753214b76e70c16f1e4525')
  })
})
