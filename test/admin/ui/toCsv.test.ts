import { describe, expect, it } from '@jest/globals'

import { toCsv } from '../../../src/admin/ui/toCsv'

describe('toCsv', () => {
  it('quotes what has commas, quotes or line breaks in it', () => {
    expect(
      toCsv([
        ['Name', 'New'],
        ['Smith, "Sam"\nJr.', 3],
      ]),
    ).toBe('Name,New\r\n"Smith, ""Sam""\nJr.",3\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('makes plain text of %j', (text) => {
    expect(
      toCsv([[text]])
        .replaceAll('"', '')
        .startsWith("'"),
    ).toBe(true)
  })

  it('leaves figures as they are', () => {
    expect(toCsv([[-5]])).toBe('-5\r\n')
  })
})
