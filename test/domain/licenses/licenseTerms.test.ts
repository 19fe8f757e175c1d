import { describe, expect, it } from '@jest/globals'

import { newLicenseTerms } from '../../../src/domain/licenses/licenseTerms'
import { MAX_LIMIT } from '../../../src/domain/purchases/purchases'

const now = new Date('2026-11-21T12:00:00.000Z')

const wanted = (changes: object = {}) => ({
  licenseType: 'subscription',
  seats: 1,
  limits: { workspaces: 1, users: 10 },
  ...changes,
})

describe('newLicenseTerms', () => {
  it.each<[string, object, string, null | string]>([
    [
      'a subscription without an end ends after a year',
      {},
      '2026-11-21T12:00:00.000Z',
      '2027-11-21T12:00:00.000Z',
    ],
    [
      'a trial counts its year from its start',
      { licenseType: 'trial', startsAt: '2027-01-01T01:00:00+01:00' },
      '2027-01-01T00:00:00.000Z',
      '2028-01-01T00:00:00.000Z',
    ],
    [
      'a perpetual one never ends',
      { licenseType: 'perpetual', expiresAt: null },
      '2026-11-21T12:00:00.000Z',
      null,
    ],
    [
      'what is asked for is taken, also in the past',
      { startsAt: '2020-01-01T00:00:00.000Z', expiresAt: new Date('2021-01-01T00:00:00.000Z') },
      '2020-01-01T00:00:00.000Z',
      '2021-01-01T00:00:00.000Z',
    ],
  ])('settles that %s', (_words, changes, startsAt, expiresAt) => {
    expect(newLicenseTerms(wanted(changes), now)).toEqual({ startsAt, expiresAt })
  })

  it.each<[string, object, string[]]>([
    ['an end before the start', { expiresAt: '2026-11-21T11:59:59.999Z' }, ['expiresAt']],
    ['an end at the start', { expiresAt: now.toISOString() }, ['expiresAt']],
    [
      'an end of what never ends',
      { licenseType: 'perpetual', expiresAt: '2030-01-01T00:00:00.000Z' },
      ['expiresAt'],
    ],
    ['a year that few calendars know', { expiresAt: '9999-12-31T00:00:00.000Z' }, ['expiresAt']],
    ['an end beyond a hundred years', { expiresAt: '2126-11-22T00:00:00.000Z' }, ['expiresAt']],
    ['a start long before any software', { startsAt: '1899-12-31T00:00:00.000Z' }, ['startsAt']],
    ['a start beyond a hundred years', { startsAt: '2126-11-22T00:00:00.000Z' }, ['startsAt']],
    ['a date that is none', { startsAt: 'soon', expiresAt: 'later' }, ['startsAt', 'expiresAt']],
    ['a date that is no text', { startsAt: 7, expiresAt: {} }, ['startsAt', 'expiresAt']],
    ['an unknown type', { licenseType: 'rental' }, ['licenseType']],
    ['no seat', { seats: 0 }, ['seats']],
    [
      'more than any license can have',
      { seats: 2 ** 40, limits: { workspaces: MAX_LIMIT + 1, users: 2 ** 53 - 1 } },
      ['seats', 'limits.workspaces', 'limits.users'],
    ],
  ])('refuses %s, naming the field', (_words, changes, paths) => {
    expect(faultsOf(changes)).toEqual(paths.map((path) => `INVALID_INPUT ${path}`))
  })

  it('takes as much as any license can have, for as long as any can last', () => {
    const most = { workspaces: MAX_LIMIT, users: MAX_LIMIT }
    const expiresAt = '2126-11-21T12:00:00.000Z'
    expect(faultsOf({ seats: MAX_LIMIT, limits: most, expiresAt })).toEqual([])
  })
})

const faultsOf = (changes: object): string[] => {
  try {
    newLicenseTerms(wanted(changes), now)
    return []
  } catch (error) {
    const { entries } = error as { entries: { code: string; path: string }[] }
    return entries.map(({ code, path }) => `${code} ${path}`)
  }
}
