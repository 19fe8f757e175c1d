import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { id, line, paragraph } from '../../src/domain/text'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('line', () => {
  it.each(['Acme', '北京 – Ñandú & Söhne', 'O’Neil <sales>', '👩‍💻 Studio', 'مرحبا'])(
    'takes %j',
    (text) => {
      expect(line().parse(text)).toBe(text)
    },
  )

  it('trims', () => {
    expect(line().parse('  Acme \n')).toBe('Acme')
  })

  it.each([
    ['nothing', ''],
    ['only spaces', ' \t\n '],
    ['two lines', 'a\nb'],
    ['a tab', 'a\tb'],
    ['a null character', 'a\0b'],
    ['an escape', 'a\u001bb'],
    ['a C1 control', 'a\u0085b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['no text', 7],
    ['null', null],
    ['a list', ['a']],
  ])('refuses %s', (_name, value) => {
    expect(takes(line(), value)).toBe(false)
  })

  it('refuses one character more than it may have', () => {
    expect(takes(line(10), 'x'.repeat(10))).toBe(true)
    expect(takes(line(10), 'x'.repeat(11))).toBe(false)
  })

  it('gives only text that every database keeps as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 0, max: 0xffff }),
        (text, unit) => {
          const parsed = line().safeParse(text + String.fromCharCode(unit))
          if (!parsed.success) return
          expect(new TextDecoder().decode(new TextEncoder().encode(parsed.data))).toBe(parsed.data)
          expect(parsed.data).not.toContain('\0')
          expect(parsed.data).toBe(parsed.data.trim())
        },
      ),
    )
  })
})

describe('paragraph', () => {
  it('takes several lines, and none', () => {
    expect(paragraph().parse('a\r\n\tb\n')).toBe('a\r\n\tb')
    expect(paragraph().parse('')).toBe('')
  })

  it.each([
    ['a null character', 'a\0b'],
    ['an escape', 'a\u001bb'],
    ['half of a surrogate pair', '\udc00'],
    ['too much', 'x'.repeat(4_001)],
    ['no text', {}],
  ])('refuses %s', (_name, value) => {
    expect(takes(paragraph(), value)).toBe(false)
  })
})

describe('id', () => {
  it.each(['1', '019a9e3b-1c2d-7000-8000-000000000000', '507f1f77bcf86cd799439011'])(
    'takes %s',
    (value) => {
      expect(takes(id, value)).toBe(true)
    },
  )

  it.each([
    '',
    'a b',
    '../1',
    "1' OR 1=1",
    '1\n',
    '{"$gt":""}',
    'x'.repeat(65),
    'é',
    7,
    null,
    { $ne: 1 },
  ])('refuses %j', (value) => {
    expect(takes(id, value)).toBe(false)
  })
})
