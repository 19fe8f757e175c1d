import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { changesBetween } from '../../../src/domain/records/changes'

const secrets = [
  'password',
  'confirm-password',
  'salt',
  'hash',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'sessions',
  'apiKey',
  'apiKeyIndex',
  '_verificationToken',
  '_sid',
  'requestKey',
  'requestHash',
  'issueKey',
]

describe('changesBetween', () => {
  it.each(secrets)('never holds %s, wherever it stands in a document', (name) => {
    const doc = (secret: string) => ({
      [name]: secret,
      group: { [name]: secret, label: secret.length },
      list: [{ id: 'row', [name]: secret }],
      user: { id: 'u-1', [name]: secret, email: 'ann@example.com' },
      owner: { relationTo: 'users', value: { id: 'u-1', [name]: secret } },
    })
    for (const [before, after] of [
      [null, doc('hunter2')],
      [doc('hunter2'), null],
      [doc('hunter2'), doc('correct horse')],
    ] as const) {
      const text = JSON.stringify(changesBetween(before, after))
      expect(text).not.toMatch(/hunter2|correct horse/)
      expect(text).not.toContain(`"${name}"`)
    }
  })

  it('takes a group of which nothing is set for nothing', () => {
    const unset = { usage: { users: null, reportedAt: undefined } }
    const set = { usage: { users: 3, reportedAt: null } }
    expect(changesBetween(null, unset)).toEqual({})
    expect(changesBetween({}, unset)).toEqual({})
    expect(changesBetween(unset, set)).toEqual({ usage: { to: { users: 3, reportedAt: null } } })
  })

  it('leaves out what changes with every write', () => {
    const before = {
      id: 1,
      createdAt: 'a',
      updatedAt: 'b',
      loginAttempts: 0,
      lockUntil: null,
      name: 'x',
    }
    const after = { ...before, updatedAt: 'c', loginAttempts: 3, lockUntil: 'd' }
    expect(changesBetween(before, after)).toEqual({})
  })

  it('tells what was there before and what is there now', () => {
    const before = { state: 'draft', total: 100, notes: 'old', tags: ['a'] }
    const after = { state: 'pending_review', total: 100, notes: null, tags: ['a', 'b'] }
    expect(changesBetween(before, after)).toEqual({
      state: { from: 'draft', to: 'pending_review' },
      notes: { from: 'old' },
      tags: { from: ['a'], to: ['a', 'b'] },
    })
  })

  it('holds everything that a new document has, and that a deleted one had', () => {
    const doc = { id: 1, name: 'Northwind', active: false, limit: 0, tier: null }
    expect(changesBetween(null, doc)).toEqual({
      name: { to: 'Northwind' },
      active: { to: false },
      limit: { to: 0 },
    })
    expect(changesBetween(doc, null)).toEqual({
      name: { from: 'Northwind' },
      active: { from: false },
      limit: { from: 0 },
    })
  })

  it.each<[string, unknown, unknown]>([
    ['a related document and its ID', { id: 'p-1', createdAt: 'x', name: 'Northwind' }, 'p-1'],
    ['a date and its ISO text', new Date('2026-11-21T00:00:00Z'), '2026-11-21T00:00:00.000Z'],
    ['null and no value', null, undefined],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a list of related documents and their IDs', [{ id: 1, createdAt: 'x' }], [1]],
  ])('sees no difference between %s', (_name, one, other) => {
    expect(changesBetween({ field: one }, { field: other })).toEqual({})
    expect(changesBetween({ field: other }, { field: one })).toEqual({})
  })

  it.each<[string, unknown, unknown]>([
    ['1 and "1"', 1, '1'],
    ['false and no value', false, null],
    ['an empty text and no value', '', null],
    ['an empty list and no value', [], null],
    ['a list in another order', [1, 2], [2, 1]],
  ])('sees the difference between %s', (_name, one, other) => {
    expect(Object.keys(changesBetween({ field: one }, { field: other }))).toEqual(['field'])
  })

  it('skips what the caller says', () => {
    expect(changesBetween({ items: 1, total: 1 }, { items: 2, total: 2 }, ['items'])).toEqual({
      total: { from: 1, to: 2 },
    })
  })

  const doc = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue())

  it('of a document and itself is nothing', () => {
    fc.assert(fc.property(doc, (one) => Object.keys(changesBetween(one, one)).length === 0))
  })

  it('turns around when the versions do', () => {
    fc.assert(
      fc.property(doc, doc, (one, other) => {
        const turned = Object.entries(changesBetween(other, one)).map(([field, { from, to }]) => [
          field,
          { ...(to !== undefined && { from: to }), ...(from !== undefined && { to: from }) },
        ])
        expect(changesBetween(one, other)).toEqual(Object.fromEntries(turned))
      }),
    )
  })
})
