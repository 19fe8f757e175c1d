import { describe, expect, it } from '@jest/globals'

import { periodOf, type PeriodChoice } from '../../../src/admin/stats/period'

const now = new Date('2026-11-21T10:00:00Z')
const own = (from: string, to: string): PeriodChoice => ({ kind: 'own', from, to })

describe('periodOf', () => {
  it.each<[PeriodChoice, string, string]>([
    [{ kind: 'quarter', from: '', to: '' }, '2026-10-01T00:00:00.000Z', now.toISOString()],
    [{ kind: 'year', from: '', to: '' }, '2025-11-21T10:00:00.000Z', now.toISOString()],
    [own('2026-02-01', '2026-02-28'), '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    [own('2026-02-01', '2026-02-01'), '2026-02-01T00:00:00.000Z', '2026-02-02T00:00:00.000Z'],
  ])('makes a period of %j', (choice, from, to) => {
    expect(periodOf(choice, now)).toEqual({ from, to })
  })

  it.each([
    ['over the change of clocks', '2026-03-29T12:00:00.000Z', '2025-03-29T12:00:00.000Z'],
    ['of a leap day', '2028-02-29T12:00:00.000Z', '2027-02-28T12:00:00.000Z'],
    ['to a leap year', '2029-02-28T12:00:00.000Z', '2028-02-28T12:00:00.000Z'],
  ])('counts the year by UTC, %s, wherever the browser stands', (_what, to, from) => {
    expect(periodOf({ kind: 'year', from: '', to: '' }, new Date(to))).toEqual({ from, to })
  })

  it.each([own('', ''), own('2026-02-01', ''), own('2026-02-02', '2026-02-01')])(
    'makes none of %j',
    (choice) => {
      expect(periodOf(choice, now)).toBeNull()
    },
  )
})
