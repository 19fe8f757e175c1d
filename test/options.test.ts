import { describe, expect, it } from '@jest/globals'

import { parseOptions } from '../src/options'

describe('parseOptions', () => {
  it('refuses to judge usage by more days than are looked at', () => {
    const alerts = { irregularWindowDays: 10, irregularMinimumDays: 10 }
    expect(parseOptions({ alerts }).alerts).toMatchObject(alerts)
    expect(() => parseOptions({ alerts: { irregularWindowDays: 10 } })).toThrow(
      /irregularWindowDays[^]*alerts\.irregularMinimumDays/,
    )
  })
})
