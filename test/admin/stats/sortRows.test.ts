import { describe, expect, it } from '@jest/globals'

import { performanceTabs } from '../../../src/admin/stats/performanceTabs'
import { sortRows, type PerformanceRow } from '../../../src/admin/stats/sortRows'

const { columns } = performanceTabs.salesReps
const rows: PerformanceRow[] = [
  { name: 'Cleo', renewals: 1, renewalRateBps: null, revenue: [] },
  { name: 'Ann', renewals: 5, renewalRateBps: 5_000, revenue: [{ currency: 'EUR', amount: 900 }] },
  {
    name: 'Bo',
    renewals: 5,
    renewalRateBps: 9_000,
    revenue: [
      { currency: 'USD', amount: 20 },
      { currency: 'EUR', amount: 1_000 },
    ],
  },
]
const sorted = (key: string, down: boolean) =>
  sortRows(rows, (row) => String(row.name), columns, { key, down }).map(({ name }) => name)

describe('sortRows', () => {
  it.each<[string, boolean, string[]]>([
    ['', false, ['Ann', 'Bo', 'Cleo']],
    ['', true, ['Cleo', 'Bo', 'Ann']],
    ['renewals', true, ['Ann', 'Bo', 'Cleo']],
    ['renewals', false, ['Cleo', 'Ann', 'Bo']],
    ['revenue', true, ['Bo', 'Ann', 'Cleo']],
  ])('sorts by “%s”, down: %s', (key, down, names) => {
    expect(sorted(key, down)).toEqual(names)
  })

  it('puts who has no figure last, whichever way it sorts', () => {
    expect(sorted('renewalRateBps', true)).toEqual(['Bo', 'Ann', 'Cleo'])
    expect(sorted('renewalRateBps', false)).toEqual(['Ann', 'Bo', 'Cleo'])
  })
})
