import { describe, expect, it } from '@jest/globals'

import { keyOf, textIn, texts } from '../../src/admin/texts'
import { orderActions } from '../../src/domain/orderMachine'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('texts', () => {
  it('fills in the same values in both languages', () => {
    for (const { en, zh } of Object.values(texts))
      expect(placeholders(zh)).toEqual(placeholders(en))
  })

  it.each(orderActions)(
    'has a name for the action “%s”, as a button and in the history',
    (action) => {
      expect(keyOf('do', action)).toBeDefined()
      expect(keyOf('did', action)).toBeDefined()
    },
  )
})

describe('textIn', () => {
  it('speaks the reader’s language, and English where it has no other', () => {
    expect(textIn('en')('line', { number: 2 })).toBe('Line 2')
    expect(textIn('zh')('line', { number: 2 })).toBe('第 2 行')
    expect(textIn('fr')('line', { number: 2 })).toBe('Line 2')
  })

  it('leaves a value that it was not given as it is', () => {
    expect(textIn('en')('line')).toBe('Line {number}')
  })
})
