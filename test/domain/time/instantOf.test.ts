import { describe, expect, it } from '@jest/globals'

import { instantOf } from '../../../src/domain/time/instantOf'

describe('instantOf', () => {
  it.each([
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2027-01-01T00:00Z', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01T23:59:59.123456-11:30', '2027-01-02T11:29:59.123Z'],
  ])('reads %s', (text, instant) => expect(instantOf(text)).toBe(instant))

  it.each([
    ...['2027-02-29', '2027-02-30', '2027-04-31', '2027', '2027-01', '12/31/2027', '20270101'],
    ...[
      '2027-01-01T00:00:00',
      '2027-01-01 00:00:00Z',
      '2027-01-01T24:00:00Z',
      '1',
      '',
      ' 2027-01-01',
    ],
    ...['2027-01-01T00:00:00+25:00', '0099-01-01', '3027-01-01', '2027-W01', 'Jan 1 2027'],
  ])('reads nothing out of %j', (text) => expect(instantOf(text)).toBeUndefined())
})
