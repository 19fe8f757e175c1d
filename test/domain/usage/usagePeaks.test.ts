import { describe, expect, it } from '@jest/globals'

import { usagePeaks } from '../../../src/domain/usage/usagePeaks'

describe('usagePeaks', () => {
  it('gives the most of each month, on the first day with the most users', () => {
    expect(
      usagePeaks([
        { day: '2026-01-30', workspaces: 9, users: 5 },
        { day: '2026-01-31', workspaces: 3, users: 8 },
        { day: '2026-02-01', workspaces: 1, users: 2 },
        { day: '2026-02-02', workspaces: 1, users: 2 },
      ]),
    ).toEqual([
      { month: '2026-01', day: '2026-01-31', workspaces: 9, users: 8 },
      { month: '2026-02', day: '2026-02-01', workspaces: 1, users: 2 },
    ])
  })

  it('is empty without reports', () => {
    expect(usagePeaks([])).toEqual([])
  })
})
