import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { customerKey } from '../../../src/domain/customers/customerKey'

describe('customerKey', () => {
  it.each([
    ['case', 'Acme Ltd', 'ACME ltd'],
    ['case of letters beyond ASCII', 'Ünal Öl', 'ÜNAL ÖL'],
    ['case of a letter that becomes two', 'Straße GmbH', 'STRASSE GMBH'],
    ['case of the Greek sigma', 'Νίκος ΑΕ', 'ΝΊΚΟΣ αε'],
    ['spaces around', '  Acme Ltd\n', 'Acme Ltd'],
    ['spaces between', 'Acme \t  Ltd', 'Acme Ltd'],
    ['no-break and wide spaces', 'Acme\u00a0Ltd', 'Acme\u3000Ltd'],
    ['composed and decomposed letters', 'Caf\u00e9', 'Cafe\u0301'],
    ['wide and narrow letters', 'ＡＣＭＥ', 'acme'],
    ['ligatures', 'Oﬃce', 'Office'],
  ])('does not tell names apart by %s', (_name, one, other) => {
    expect(customerKey('p-1', one)).toBe(customerKey('p-1', other))
  })

  it.each([
    ['Acme', 'Acme2'],
    ['Ac me', 'Acme'],
    ['北京', '南京'],
    ['Cafe', 'Café'],
  ])('tells %s from %s', (one, other) => {
    expect(customerKey('p-1', one)).not.toBe(customerKey('p-1', other))
  })

  const partner = fc.option(fc.oneof(fc.uuid(), fc.nat()))
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })

  it('keeps customers of different partners apart, and those of none', () => {
    fc.assert(
      fc.property(partner, partner, name, name, (a, b, one, other) => {
        fc.pre(a !== b)
        expect(customerKey(a, one)).not.toBe(customerKey(b, other))
      }),
    )
  })

  it('is the same for every way to write a name', () => {
    fc.assert(
      fc.property(partner, name, (who, text) => {
        const key = customerKey(who, text)
        for (const way of [` ${text} `, text.normalize('NFD'), text.normalize('NFKC')])
          expect(customerKey(who, way)).toBe(key)
      }),
    )
  })

  it('is the same for a number and its text, as databases differ in their IDs', () => {
    expect(customerKey(7, 'Acme')).toBe(customerKey('7', 'Acme'))
  })
})
