import { describe, expect, it } from '@jest/globals'
import { idOf } from '../../src/domain/idOf'

describe('idOf', () => {
  it.each([
    ['an ID', 'p-1', 'p-1'],
    ['a number', 7, 7],
    ['a populated document', { id: 'p-1', name: 'Northwind' }, 'p-1'],
    ['a populated document with a number', { id: 0 }, 0],
    ['nothing', null, null],
    ['no field', undefined, null],
  ])('of %s', (_name, link, expected) => {
    expect(idOf(link)).toBe(expected)
  })
})
