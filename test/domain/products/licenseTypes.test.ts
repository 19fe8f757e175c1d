import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { chargedYears, expiryOf, licenseTypes } from '../../../src/domain/products/licenseTypes'

const expiry = (startsAt: string, years: number): string =>
  (expiryOf('subscription', new Date(startsAt), years) as Date).toISOString()

const cases: [string, number, string, string][] = [
  ['2026-11-21T10:30:00.000Z', 1, '2027-11-21T10:30:00.000Z', 'the same day and time a year later'],
  [
    '2024-02-29T12:00:00.000Z',
    1,
    '2025-02-28T12:00:00.000Z',
    'a leap day has no anniversary: 28 Feb',
  ],
  ['2024-02-29T12:00:00.000Z', 4, '2028-02-29T12:00:00.000Z', 'a leap day after four years'],
  ['2096-02-29T00:00:00.000Z', 4, '2100-02-28T00:00:00.000Z', 'the year 2100 has no leap day'],
  ['2025-02-28T00:00:00.000Z', 3, '2028-02-28T00:00:00.000Z', 'the end of February stays the 28th'],
  ['2026-01-31T23:59:59.999Z', 1, '2027-01-31T23:59:59.999Z', 'the end of a month'],
  ['2026-12-31T23:59:59.999Z', 1, '2027-12-31T23:59:59.999Z', 'the last moment of a year'],
  ['2026-01-01T00:00:00.000Z', 10, '2036-01-01T00:00:00.000Z', 'the first moment of a year'],
  [
    '2024-03-31T01:30:00.000Z',
    1,
    '2025-03-31T01:30:00.000Z',
    'the night Europe changes its clocks',
  ],
  [
    '2024-03-10T07:15:00.000Z',
    1,
    '2025-03-10T07:15:00.000Z',
    'the night New York changes its clocks',
  ],
  [
    '2025-03-30T01:10:00.000Z',
    1,
    '2026-03-30T01:10:00.000Z',
    'an hour that did not exist in Berlin',
  ],
]

describe('expiryOf', () => {
  it.each(cases)('from %s for %d years is %s: %s', (startsAt, years, expected) => {
    expect(expiry(startsAt, years)).toBe(expected)
  })

  it('never ends a perpetual license', () => {
    expect(expiryOf('perpetual', new Date('2026-01-01'), 3)).toBeNull()
  })

  it('ends a trial as it ends a subscription', () => {
    const startsAt = new Date('2026-05-05T05:05:05.005Z')
    expect(expiryOf('trial', startsAt, 1)).toEqual(expiryOf('subscription', startsAt, 1))
  })

  it('leaves the start as it is', () => {
    const startsAt = new Date('2024-02-29T00:00:00.000Z')
    expiryOf('subscription', startsAt, 1)
    expect(startsAt.toISOString()).toBe('2024-02-29T00:00:00.000Z')
  })

  it('keeps month, time and all but a leap day, in UTC', () => {
    const starts = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 10 }), (startsAt, years) => {
        const from = startsAt.toISOString()
        const year = String(Number(from.slice(0, 4)) + years)
        const same = `${year}${from.slice(4)}`
        const leap = from.slice(5, 10) === '02-29' && Number(year) % 4 !== 0
        expect(expiry(from, years)).toBe(leap ? same.replace('-02-29', '-02-28') : same)
      }),
    )
  })

  it.each([
    'America/New_York',
    'Europe/Berlin',
    'Asia/Tokyo',
    'Pacific/Kiritimati',
    'Pacific/Apia',
  ])('is the same on a server in %s', (zone) => {
    const file = new URL('../../../src/domain/products/licenseTypes.ts', import.meta.url).href
    const script = `
        import { expiryOf } from ${JSON.stringify(file)}
        const starts = ${JSON.stringify(cases.map(([startsAt, years]) => [startsAt, years]))}
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const ends = starts.map(([at, years]) => expiryOf('subscription', new Date(at), years))
        console.log(JSON.stringify({ zone, ends }))`
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { env: { ...process.env, NODE_OPTIONS: '', TZ: zone }, encoding: 'utf8' },
    )
    expect(JSON.parse(output)).toEqual({ zone, ends: cases.map(([, , expected]) => expected) })
  })
})

describe('chargedYears', () => {
  it.each([
    ['subscription', 3, 3],
    ['perpetual', 3, 1],
    ['trial', 3, 1],
  ] as const)('charges a %s of %d years %d times', (type, years, times) => {
    expect(chargedYears(type, years)).toBe(times)
  })

  it('knows every license type', () => {
    for (const type of licenseTypes) expect(chargedYears(type, 1)).toBe(1)
  })
})
