import { describe, expect, it } from '@jest/globals'

import {
  dayKeyOf,
  dayOf,
  reportedInstant,
  reportKeyOf,
  usageInput,
} from '../../../src/domain/usage/usage'

const now = new Date('2026-11-21T12:00:00.000Z')
const startsAt = '2025-06-01T00:00:00.000Z'

describe('usageInput', () => {
  it.each([
    { workspaces: -1, users: 0 },
    { workspaces: 1.5, users: 0 },
    { workspaces: '3', users: 0 },
    { workspaces: 1_000_000_001, users: 0 },
    { workspaces: 1 },
    { workspaces: 1, users: 1, reportedAt: '2026-11-21' },
    { workspaces: 1, users: 1, reportedAt: '2026-11-21T10:00:00' },
    { workspaces: 1, users: 1, reportedAt: '2026-02-30T10:00:00Z' },
    { workspaces: 1, users: 1, reportedAt: 5 },
  ])('refuses %j', (input) => {
    expect(usageInput.safeParse(input).success).toBe(false)
  })

  it.each(['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.123Z', '2026-11-21T18:00:00+08:00'])(
    'takes the instant %s',
    (reportedAt) => {
      expect(usageInput.safeParse({ workspaces: 0, users: 0, reportedAt }).success).toBe(true)
    },
  )
})

describe('reportedInstant', () => {
  it('is now for a report that names none', () => {
    expect(reportedInstant({}, startsAt, now)).toEqual(now)
  })

  it.each([
    ['five minutes ahead, as clocks are', '2026-11-21T12:05:00Z', startsAt],
    ['two years back to the minute', '2024-11-21T12:00:00Z', null],
    ['a little before the license, as clocks are', '2025-05-31T23:55:00Z', startsAt],
    ['in another time zone', '2026-11-21T20:00:00+08:00', startsAt],
  ])('may be %s', (_words, reportedAt, starts) => {
    expect(reportedInstant({ reportedAt }, starts, now)).toEqual(new Date(reportedAt))
  })

  it.each([
    ['that names its instant', { reportedAt: '2025-05-31T23:54:59Z' }, now],
    ['that names none', {}, new Date('2025-05-31T23:54:59Z')],
  ])('may not be before the license, of a report %s', (_words, report, at) => {
    expect(() => reportedInstant(report, startsAt, at)).toThrow(
      expect.objectContaining({
        code: 'LICENSE_NOT_STARTED',
        entries: [expect.objectContaining({ path: 'reportedAt' })],
      }),
    )
  })

  it('may be two years back on a leap day, which is the 28th', () => {
    const leapDay = new Date('2028-02-29T12:00:00Z')
    const at = (reportedAt: string) => reportedInstant({ reportedAt }, null, leapDay)
    expect(at('2026-02-28T12:00:00Z')).toEqual(new Date('2026-02-28T12:00:00Z'))
    expect(() => at('2026-02-28T11:59:59Z')).toThrow()
  })

  it.each([
    ['in the future', '2026-11-21T12:05:00.001Z', startsAt],
    ['more than two years ago', '2024-11-21T11:59:59Z', null],
  ])('may not be %s', (_words, reportedAt, starts) => {
    expect(() => reportedInstant({ reportedAt }, starts, now)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        entries: [expect.objectContaining({ path: 'reportedAt' })],
      }),
    )
  })
})

describe('keys', () => {
  it('count days in UTC, wherever the server stands', () => {
    expect(dayOf(new Date('2026-11-22T01:30:00+08:00'))).toBe('2026-11-21')
  })

  it('are one a license and instant, one a license and day', () => {
    expect(reportKeyOf('l1', now)).toBe('l1:2026-11-21T12:00:00.000Z')
    expect(reportKeyOf('l1', new Date('2026-11-21T20:00:00+08:00'))).toBe(reportKeyOf('l1', now))
    expect(dayKeyOf({ license: 7, customer: 2, partner: null }, '2026-11-21')).toBe(
      '7:2026-11-21:2:',
    )
  })
})
